/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links of a step, each with where it leads and how long one waits, and the ends of a link. */
#include "app/way-inspector-sections.h"

#include "app/way-map-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

static void
go_cb (GtkWidget     *button,
       WayMapContext *context)
{
  way_map_context_select (context, WAY_KIND_STEP, g_object_get_data (G_OBJECT (button), "id"));
}

static void
remove_cb (GtkWidget     *button,
           WayMapContext *context)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  way_map_edits_delete (context, gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_GROUP), WAY_KIND_LINK, id);
}

static void
add_button (WayMapContext *context,
            GtkWidget     *row,
            const char    *icon_name,
            const char    *label,
            const char    *id,
            GCallback      callback)
{
  GtkWidget *button = way_inspector_new_button (icon_name, label);

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, context, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_title (const char *name,
           gboolean    out)
{
  /* Translators: a link to a step, or from one. */
  return g_strdup_printf (out ? _("To: %s") : _("From: %s"), name);
}

static void
add_link (WayMapContext *context,
          GtkWidget     *group,
          WayRecord     *link,
          gboolean       out)
{
  const char *other = way_record_get_text (link, out ? WAY_LINK_TO : WAY_LINK_FROM);
  g_autoptr (WayRecord) step = way_map_context_read (context, WAY_KIND_STEP, other);
  g_autofree char *name = step != NULL ? way_words_dup_name (step) : g_strdup (""), *title = dup_title (name, out);
  g_autofree char *about = way_words_dup_link (link);
  /* Translators: the title of a step. */
  g_autofree char *go = g_strdup_printf (_("Go to “%s”"), name);
  g_autofree char *remove = g_strdup_printf (out ? _("Remove the Link to “%s”") : _("Remove the Link from “%s”"), name);
  GtkWidget *row = way_inspector_new_row (context, link, title, about);

  add_button (context, row, out ? "go-next-symbolic" : "go-previous-symbolic", go, other, G_CALLBACK (go_cb));
  add_button (context, row, "user-trash-symbolic", remove, way_record_get_id (link), G_CALLBACK (remove_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * way_inspector_new_links:
 * @context: what it works with
 * @step: a step
 *
 * Returns: (transfer floating): the links that lead there and on from there, and a way to add one more
 */
GtkWidget *
way_inspector_new_links (WayMapContext *context,
                         const char    *step)
{
  GtkWidget *group = adw_preferences_group_new (), *button = way_inspector_new_button ("list-add-symbolic", _("Link to a Step"));
  g_autoptr (GPtrArray) links = way_map_context_list (context, WAY_KIND_LINK, way_map_context_get_map (context));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Links"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.link");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (way_record_get_text (links->pdata[i], WAY_LINK_TO), step) == 0)
      add_link (context, group, links->pdata[i], FALSE);
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (way_record_get_text (links->pdata[i], WAY_LINK_FROM), step) == 0)
      add_link (context, group, links->pdata[i], TRUE);
  return group;
}

/**
 * way_inspector_new_ends:
 * @context: what it works with
 * @link: a link
 *
 * Returns: (transfer floating): rows that lead to the steps at its ends
 */
GtkWidget *
way_inspector_new_ends (WayMapContext *context,
                        const char    *link)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (WayRecord) record = way_map_context_read (context, WAY_KIND_LINK, link);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Steps"));
  for (int out = FALSE; record != NULL && out <= TRUE; out++)
    {
      g_autoptr (WayRecord) step = way_map_context_read (context, WAY_KIND_STEP, way_record_get_text (record, out ? WAY_LINK_TO : WAY_LINK_FROM));
      g_autofree char *name = step != NULL ? way_words_dup_name (step) : NULL, *title = name != NULL ? dup_title (name, out) : NULL;

      if (step != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), way_inspector_new_row (context, step, title, NULL));
    }
  return group;
}
