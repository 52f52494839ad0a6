/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said that backs something: each quote with what its teller agreed to. */
#include "app/way-inspector-sections.h"

#include "app/way-quotes-dialog.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

static void
tie_cb (GtkWidget     *button,
        WayMapContext *context)
{
  way_quotes_dialog_ask (context, button, g_object_get_data (G_OBJECT (button), "on"));
}

static void
untie_cb (GtkWidget     *button,
          WayMapContext *context)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Untie evidence"));

  way_edit_drop (edit, WAY_KIND_EVIDENCE, g_object_get_data (G_OBJECT (button), "tie"));
  way_map_context_apply (context, edit);
}

/* What was said, and the story that it is from. */
static char *
dup_words (WayMapContext  *context,
           WayRecord      *tie,
           WayRecord     **story)
{
  g_autoptr (WayRecord) quote = way_map_context_read (context, WAY_KIND_QUOTE, way_record_get_text (tie, WAY_EVIDENCE_QUOTE));
  const char *title;

  if (quote != NULL)
    {
      g_autofree char *said = way_lens_dup_quotation (way_map_context_get_lens (context), quote, story, NULL);

      /* Translators: marks around what somebody said. */
      return said != NULL ? g_strdup_printf (C_("quote", "“%s”"), said) : NULL;
    }
  *story = way_map_context_read (context, WAY_KIND_STORY, way_record_get_text (tie, WAY_EVIDENCE_STORY));
  title = *story != NULL ? way_record_get_text (*story, WAY_STORY_TITLE) : NULL;
  return g_strdup (title != NULL ? title : _("A story"));
}

static void
add_row (WayMapContext       *context,
         AdwPreferencesGroup *group,
         WayRecord           *tie)
{
  g_autoptr (WayRecord) story = NULL;
  g_autofree char *words = dup_words (context, tie, &story), *agreed = NULL, *label = NULL;
  GtkWidget *row, *button;

  if (words == NULL || story == NULL)
    return;
  agreed = way_quotes_dup_agreed (context, story);
  /* Translators: what is done to a quote that is tied to something. */
  label = g_strdup_printf (_("Untie %s"), words);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, "subtitle", agreed, NULL);
  button = way_inspector_new_button ("list-remove-symbolic", label);
  g_object_set_data_full (G_OBJECT (button), "tie", g_strdup (way_record_get_id (tie)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (untie_cb), context, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

/**
 * way_inspector_new_evidence:
 * @context: what it works with
 * @on: a record that evidence can be tied to
 *
 * Returns: (transfer floating): the evidence on it, and a way to tie more
 */
GtkWidget *
way_inspector_new_evidence (WayMapContext *context,
                            const char    *on)
{
  GtkWidget *group = adw_preferences_group_new (), *button = way_inspector_new_button ("list-add-symbolic", _("Tie a Quote…"));
  g_autoptr (GPtrArray) ties = way_records_list_by (WAY_RECORDS (way_map_context_get_workspace (context)), WAY_KIND_EVIDENCE,
                                                    WAY_EVIDENCE_ON, on, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  g_object_set_data_full (G_OBJECT (button), "on", g_strdup (on), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tie_cb), context, G_CONNECT_DEFAULT);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    add_row (context, ADW_PREFERENCES_GROUP (group), ties->pdata[i]);
  return group;
}
