/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of the map by its name: a map may have a thousand, and nobody reads through so many to choose one. */
#include "app/way-step-field.h"

#include "app/way-offers.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

static WayMapContext *
get_context (WayTextField *field)
{
  return g_object_get_data (G_OBJECT (field), "context");
}

static GPtrArray *
list_steps (WayTextField *field)
{
  return way_map_context_list (get_context (field), WAY_KIND_STEP, way_map_context_get_map (get_context (field)));
}

static gboolean
offer (WayOffers    *offers,
       WayTextField *field,
       WayRecord    *step)
{
  g_autoptr (WayRecord) lane = way_map_context_read (get_context (field), WAY_KIND_LANE, way_record_get_text (step, WAY_STEP_LANE));
  g_autofree char *name = way_words_dup_text (step), *where = lane != NULL ? way_words_dup_name (lane) : g_strdup ("");
  /* Translators: a step, and the lane that it is in. */
  g_autofree char *label = g_strdup_printf (_("%s, in “%s”"), name, where);

  return way_offers_add (offers, way_record_get_id (step), name, label);
}

/* Those whose names begin with what is written come first. */
static void
find_cb (WayOffers  *offers,
         const char *written,
         gpointer    data)
{
  WayTextField *field = data;
  g_autoptr (GPtrArray) steps = list_steps (field);

  for (int first = TRUE; first >= FALSE; first--)
    for (guint i = 0; i < steps->len; i++)
      {
        g_autofree char *name = way_words_dup_text (steps->pdata[i]), *folded = g_utf8_casefold (name, -1);

        if (way_offers_match (name, written) && g_str_has_prefix (folded, written) == first && !offer (offers, field, steps->pdata[i]))
          return;
      }
}

/**
 * way_step_field_new:
 * @context: what it works with
 * @title: what the step is
 *
 * Returns: (transfer floating): a [class@TextField] to write the name of a step in
 */
GtkWidget *
way_step_field_new (WayMapContext *context,
                    const char    *title)
{
  GtkWidget *field = way_text_field_new (title, WAY_TEXT_FIELD_LINE);

  g_object_set_data_full (G_OBJECT (field), "context", g_object_ref (context), g_object_unref);
  g_object_set_data (G_OBJECT (field), "offers", way_offers_new (WAY_TEXT_FIELD (field), find_cb, field));
  return field;
}

/* Titles may have several lines; what is written is one. */
static char *
dup_line (WayRecord *step)
{
  char *name = way_words_dup_text (step);

  return g_strdelimit (name, "\r\n", ' ');
}

/**
 * way_step_field_show:
 * @field: such a field
 * @step: (nullable): the step as the record has it
 */
void
way_step_field_show (WayTextField *field,
                     const char   *step)
{
  g_autoptr (WayRecord) record = way_map_context_read (get_context (field), WAY_KIND_STEP, step);
  g_autofree char *name = record != NULL ? dup_line (record) : NULL;

  way_text_field_set_text (field, name);
}

/**
 * way_step_field_dup_chosen:
 * @field: such a field
 * @reason: (out): why there is none
 *
 * Returns: (transfer full) (nullable): the id of the step that is written there
 */
char *
way_step_field_dup_chosen (WayTextField  *field,
                           char         **reason)
{
  const char *taken = way_offers_get_taken (g_object_get_data (G_OBJECT (field), "offers"));
  g_autoptr (GPtrArray) steps = list_steps (field);
  g_autofree char *text = way_text_field_dup_text (field), *written = g_utf8_casefold (g_strstrip (text), -1);
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *name = dup_line (steps->pdata[i]), *folded = g_utf8_casefold (name, -1);

      if (g_strcmp0 (taken, way_record_get_id (steps->pdata[i])) == 0)
        return g_strdup (taken);
      if (!g_str_equal (folded, written))
        continue;
      found = way_record_get_id (steps->pdata[i]);
      n++;
    }
  if (n == 1)
    return g_strdup (found);
  if (way_text_is_blank (text))
    *reason = g_strdup (_("A step has to be named here."));
  else if (n == 0)
    *reason = g_strdup_printf (_("No step on this map is called “%s”."), text);
  else
    *reason = g_strdup_printf (_("More than one step is called “%s”. Please choose one of those below."), text);
  return NULL;
}
