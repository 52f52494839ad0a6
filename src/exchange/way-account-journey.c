/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journey told in words: stage by stage, lane by lane, with feelings, and with people's own words where they agreed. */
#include "exchange/way-account.h"

#include "base/way-i18n.h"
#include "model/way-counts.h"
#include "model/way-schema.h"

typedef struct
{
  WayLens *lens;
  GPtrArray *stages, *lanes, *cards, *feelings, *evidence;
  WayJourneyCounts *counts;
  GString *text;
} Journey;

static void
journey_clear (Journey *self)
{
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->feelings, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->counts, way_journey_counts_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journey, journey_clear)

static gboolean
read_all (Journey     *self,
          const char  *map_id,
          GError     **error)
{
  return (self->stages = way_lens_list (self->lens, WAY_KIND_STAGE, map_id, error)) != NULL &&
         (self->lanes = way_lens_list (self->lens, WAY_KIND_LANE, map_id, error)) != NULL &&
         (self->cards = way_lens_list (self->lens, WAY_KIND_CARD, map_id, error)) != NULL &&
         (self->feelings = way_lens_list (self->lens, WAY_KIND_FEELING, map_id, error)) != NULL &&
         (self->evidence = way_lens_list (self->lens, WAY_KIND_EVIDENCE, NULL, error)) != NULL &&
         (self->counts = way_count_journey (self->lens, map_id, error)) != NULL;
}

static const char *
get_feeling_label (double value)
{
  if (value <= -3)
    return _("very low");
  if (value < 0)
    return _("low");
  if (value == 0)
    return _("in the middle");
  return value < 3 ? _("good") : _("very good");
}

/* “scared”, “tired”: the words of everybody at a stage. */
static char *
dup_feeling_words (Journey    *self,
                   const char *stage)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->feelings->len; i++)
    {
      const char *const *texts = way_record_get_texts (self->feelings->pdata[i], WAY_FEELING_WORDS);

      if (g_strcmp0 (way_record_get_text (self->feelings->pdata[i], WAY_FEELING_STAGE), stage) != 0)
        continue;
      for (guint j = 0; texts != NULL && texts[j] != NULL; j++)
        {
          if (words->len > 0)
            g_string_append (words, C_("names in a sentence", ", "));
          g_string_append_printf (words, C_("name in a sentence", "“%s”"), texts[j]);
        }
    }
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static void
append_feeling (Journey               *self,
                const WayFeelingCount *count)
{
  g_autofree char *words = dup_feeling_words (self, count->stage), *line = NULL;
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (count->n == 0)
    return;
  if (count->n == 1 || count->low == count->high)
    g_string_append_printf (sentence, ngettext ("Feeling (%1$u person): %2$s", "Feeling (%1$u people): %2$s", count->n), count->n,
                            get_feeling_label (count->median));
  else
    g_string_append_printf (sentence, ngettext ("Feeling (%1$u person): %2$s, from %3$s to %4$s",
                                                "Feeling (%1$u people): %2$s, from %3$s to %4$s", count->n), count->n,
                            get_feeling_label (count->median), get_feeling_label (count->low), get_feeling_label (count->high));
  if (words != NULL)
    g_string_append_printf (sentence, " – %s", words);
  line = g_strdup (sentence->str);
  way_account_line (self->text, 0, line);
}

static gboolean
append_cell (Journey    *self,
             WayRecord  *lane,
             const char *stage,
             GError    **error)
{
  gboolean named = FALSE;

  for (guint i = 0; i < self->cards->len; i++)
    {
      WayRecord *card = self->cards->pdata[i];
      const char *words = way_record_get_text (card, WAY_CARD_TEXT), *note = way_record_get_text (card, WAY_CARD_NOTE);
      g_autofree char *line = g_strdup_printf ("– %s", words != NULL ? words : "");

      if (g_strcmp0 (way_record_get_text (card, WAY_CARD_LANE), way_record_get_id (lane)) != 0 ||
          g_strcmp0 (way_record_get_text (card, WAY_CARD_STAGE), stage) != 0)
        continue;
      if (!named)
        {
          g_autofree char *title = way_account_dup_name (way_record_get_text (lane, WAY_LANE_TITLE), _("a lane without a title"));
          g_autofree char *head = g_strdup_printf ("%s:", title);

          way_account_line (self->text, 0, head);
        }
      named = TRUE;
      way_account_line (self->text, 1, line);
      if (note != NULL)
        way_account_line (self->text, 2, note);
      if (!way_account_append_quotes (self->lens, self->evidence, way_record_get_id (card), 2, self->text, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
way_account_append_journey (WayLens     *lens,
                            const char  *map_id,
                            GString     *text,
                            GError     **error)
{
  g_auto (Journey) self = { .lens = lens, .text = text };

  if (!read_all (&self, map_id, error))
    return FALSE;
  for (guint i = 0; i < self.stages->len; i++)
    {
      const char *id = way_record_get_id (self.stages->pdata[i]), *note = way_record_get_text (self.stages->pdata[i], WAY_STAGE_NOTE);
      g_autofree char *title = way_account_dup_name (way_record_get_text (self.stages->pdata[i], WAY_STAGE_TITLE), _("A stage without a title"));
      g_autofree char *heading = g_strdup_printf ("%u. %s", i + 1, title);

      way_account_heading (text, heading);
      if (note != NULL)
        way_account_line (text, 0, note);
      append_feeling (&self, &g_array_index (self.counts->feelings, WayFeelingCount, i));
      if (!way_account_append_quotes (lens, self.evidence, id, 0, text, error))
        return FALSE;
      for (guint j = 0; j < self.lanes->len; j++)
        if (!append_cell (&self, self.lanes->pdata[j], id, error))
          return FALSE;
    }
  return TRUE;
}
