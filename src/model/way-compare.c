/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a map, in words and by id. */
#include "model/way-compare.h"

#include "base/way-error.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-compare-private.h"

#define LONGEST_NAME 60

static void
free_difference (gpointer data)
{
  WayDifference *self = data;

  g_free (self->earlier);
  g_free (self->later);
  g_free (self->sentence);
  g_free (self);
}

/* Adds a difference; takes the sentence. */
WayDifference *
way_comparison_add (WayComparison     *self,
                    WayDifferenceKind  kind,
                    WayRecord         *earlier,
                    WayRecord         *later,
                    char              *sentence)
{
  WayDifference *difference = g_new0 (WayDifference, 1);

  difference->kind = kind;
  difference->of = way_record_get_kind (later != NULL ? later : earlier);
  difference->earlier = earlier != NULL ? g_strdup (way_record_get_id (earlier)) : NULL;
  difference->later = later != NULL ? g_strdup (way_record_get_id (later)) : NULL;
  difference->sentence = sentence;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

gboolean
way_comparison_list (WayComparison  *self,
                     WayKind         kind,
                     GPtrArray     **earlier,
                     GPtrArray     **later,
                     GError        **error)
{
  *earlier = way_lens_list (self->lens, kind, self->earlier_id, error);
  *later = *earlier != NULL ? way_lens_list (self->lens, kind, self->later_id, error) : NULL;
  return *later != NULL;
}

static const char *
get_words (WayRecord *record)
{
  switch ((guint) way_record_get_kind (record))
    {
    case WAY_KIND_STAGE:
      return way_record_get_text (record, WAY_STAGE_TITLE);
    case WAY_KIND_LANE:
      return way_record_get_text (record, WAY_LANE_TITLE);
    case WAY_KIND_CARD:
      return way_record_get_text (record, WAY_CARD_TEXT);
    case WAY_KIND_STEP:
      return way_record_get_text (record, WAY_STEP_TITLE);
    case WAY_KIND_LINK:
      return way_record_get_text (record, WAY_LINK_LABEL);
    default:
      return NULL;
    }
}

/* What a record is called in a sentence. */
char *
way_comparison_dup_name (WayRecord *record)
{
  const char *words = record != NULL ? get_words (record) : NULL;
  g_autofree char *excerpt = !way_text_is_blank (words) ? way_text_dup_excerpt (words, LONGEST_NAME) : NULL;

  if (excerpt != NULL)
    /* Translators: the name of a step, stage, lane or card in a sentence, in your language's quotation marks. */
    return g_strdup_printf (C_("name in a sentence", "“%s”"), excerpt);
  if (record != NULL && way_record_get_kind (record) == WAY_KIND_CARD)
    return g_strdup (C_("name in a sentence", "a card without words"));
  if (record != NULL && way_record_get_kind (record) == WAY_KIND_STEP)
    return g_strdup (C_("name in a sentence", "a step without a title"));
  if (record != NULL && way_record_get_kind (record) == WAY_KIND_STAGE)
    return g_strdup (C_("name in a sentence", "a stage without a title"));
  return g_strdup (C_("name in a sentence", "a lane without a title"));
}

/* The words of a record with the places where it is, or NULL where it says nothing by which it could be known. */
char *
way_comparison_dup_key (WayRecord  *record,
                        const char *place,
                        const char *other_place)
{
  const char *words = get_words (record);
  g_autofree char *folded = !way_text_is_blank (words) ? g_utf8_casefold (words, -1) : NULL;

  if (folded == NULL)
    return NULL;
  g_strstrip (folded);
  return g_strjoin ("\x1f", folded, place != NULL ? place : "", other_place != NULL ? other_place : "", NULL);
}

char *
way_comparison_key_of_words (WayMatch  *match,
                             WayRecord *record,
                             gboolean   is_later)
{
  return way_comparison_dup_key (record, NULL, NULL);
}

char *
way_comparison_key_of_lane (WayMatch  *match,
                            WayRecord *lane,
                            gboolean   is_later)
{
  const char *kind = way_record_get_text (lane, WAY_LANE_KIND);

  return kind != NULL ? g_strdup (kind) : NULL;
}

/* Stages and lanes that are new, gone or called otherwise. */
void
way_comparison_compare_names (WayComparison *self,
                              GPtrArray     *earlier,
                              GPtrArray     *later)
{
  for (guint i = 0; i < later->len; i++)
    {
      WayRecord *before = way_match_get_earlier (self->match, later->pdata[i]);
      g_autofree char *name = way_comparison_dup_name (later->pdata[i]);
      gboolean is_lane = way_record_get_kind (later->pdata[i]) == WAY_KIND_LANE;

      if (before == NULL)
        way_comparison_add (self, WAY_DIFFERENCE_ADDED, NULL, later->pdata[i],
                            g_strdup_printf (is_lane ? _("The lane %s is new.") : _("The stage %s is new."), name));
      else if (g_strcmp0 (get_words (before), get_words (later->pdata[i])) != 0)
        {
          g_autofree char *old = way_comparison_dup_name (before);

          way_comparison_add (self, WAY_DIFFERENCE_RENAMED, before, later->pdata[i],
                              g_strdup_printf (is_lane ? _("The lane %1$s is now called %2$s.") : _("The stage %1$s is now called %2$s."),
                                               old, name));
        }
    }
  for (guint i = 0; i < earlier->len; i++)
    if (way_match_get_later (self->match, earlier->pdata[i]) == NULL)
      {
        g_autofree char *name = way_comparison_dup_name (earlier->pdata[i]);

        way_comparison_add (self, WAY_DIFFERENCE_REMOVED, earlier->pdata[i], NULL,
                            g_strdup_printf (way_record_get_kind (earlier->pdata[i]) == WAY_KIND_LANE ? _("The lane %s is gone.")
                                             : _("The stage %s is gone."), name));
      }
}

static gboolean
read_kind (WayComparison  *self,
           const char     *id,
           gboolean       *is_pathway,
           GError        **error)
{
  g_autoptr (WayRecord) map = NULL;

  if (!way_lens_read (self->lens, WAY_KIND_MAP, id, &map, error))
    return FALSE;
  if (map == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("The map is not there any more."));
      return FALSE;
    }
  *is_pathway = g_strcmp0 (way_record_get_text (map, WAY_MAP_KIND), "pathway") == 0;
  return TRUE;
}

/**
 * way_compare_maps:
 * @lens: where to read
 * @earlier_id: a map
 * @later_id: a newer version of it
 * @error: a [error@WayError]
 *
 * Compares two versions of a pathway or a journey, by what is based on what and else by words and places.
 *
 * Returns: (transfer full) (nullable): what differs: steps or stages, lanes and cards in the order of the later version, then links
 */
WayComparison *
way_compare_maps (WayLens     *lens,
                  const char  *earlier_id,
                  const char  *later_id,
                  GError     **error)
{
  g_autoptr (WayComparison) self = g_new0 (WayComparison, 1);
  gboolean earlier_is_pathway, later_is_pathway;

  self->lens = g_object_ref (lens);
  self->earlier_id = g_strdup (earlier_id);
  self->later_id = g_strdup (later_id);
  self->match = way_match_new ();
  self->differences = g_ptr_array_new_with_free_func (free_difference);
  if (!read_kind (self, earlier_id, &earlier_is_pathway, error) || !read_kind (self, later_id, &later_is_pathway, error))
    return NULL;
  if (earlier_is_pathway != later_is_pathway)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _("Only maps of the same kind can be compared."));
      return NULL;
    }
  if (!(later_is_pathway ? way_comparison_pathways (self, error) : way_comparison_journeys (self, error)))
    return NULL;
  if (self->summary == NULL && self->differences->len == 0)
    self->summary = g_strdup (_("The two versions do not differ."));
  return g_steal_pointer (&self);
}

void
way_comparison_free (WayComparison *self)
{
  g_clear_pointer (&self->match, way_match_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->lens);
  g_free (self->earlier_id);
  g_free (self->later_id);
  g_free (self->summary);
  g_free (self);
}

guint
way_comparison_get_length (WayComparison *self)
{
  return self->differences->len;
}

const WayDifference *
way_comparison_get_difference (WayComparison *self,
                               guint          index)
{
  g_return_val_if_fail (index < self->differences->len, NULL);

  return self->differences->pdata[index];
}

/**
 * way_comparison_get_earlier:
 * @self: a comparison
 * @later_id: the id of something on the later map
 *
 * Returns: (nullable): the id of the same thing on the earlier map; %NULL where it is new
 */
const char *
way_comparison_get_earlier (WayComparison *self,
                            const char    *later_id)
{
  WayRecord *record = g_hash_table_lookup (self->match->by_id, later_id);
  WayRecord *earlier = record != NULL ? way_match_get_earlier (self->match, record) : NULL;

  return earlier != NULL ? way_record_get_id (earlier) : NULL;
}

/**
 * way_comparison_get_later:
 * @self: a comparison
 * @earlier_id: the id of something on the earlier map
 *
 * Returns: (nullable): the id of the same thing on the later map; %NULL where it is gone
 */
const char *
way_comparison_get_later (WayComparison *self,
                          const char    *earlier_id)
{
  WayRecord *record = g_hash_table_lookup (self->match->by_id, earlier_id);
  WayRecord *later = record != NULL ? way_match_get_later (self->match, record) : NULL;

  return later != NULL ? way_record_get_id (later) : NULL;
}

/**
 * way_comparison_get_summary:
 * @self: a comparison
 *
 * Returns: (nullable): what became of the waits as a whole, or that nothing differs; %NULL where neither is to be said
 */
const char *
way_comparison_get_summary (WayComparison *self)
{
  return self->summary;
}
