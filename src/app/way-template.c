/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map or a workspace can begin with: the templates and the sample that come with the program. */
#include "app/way-template.h"

#include "app/way-own-templates.h"
#include "app/way-spoken.h"
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "exchange/way-json-read.h"
#include "model/way-schema.h"

typedef struct
{
  const char *name;           /* of the file */
  const char *title, *about;
} WayTemplate;

static const WayTemplate templates[] = {
  { "journey", NC_("template", "A person’s journey"), N_("From the first worry to life afterwards, in their own words") },
  { "patient", NC_("template", "A patient’s journey"), N_("From the first sign through referral and treatment to living with it") },
  { "three-steps", NC_("template", "Three steps"), N_("Emotional support, aspirations, and what is in the way of them") },
  { "assess-plan-act", NC_("template", "Assess, plan, act"), N_("One team for one person, task by task, until it can let go") },
  { "home-visit", NC_("template", "A home visit"), N_("From why somebody comes to what is left when they have gone") },
  { "group-consultation", NC_("template", "A group consultation"), N_("Up to fifteen people seen together, and two weeks later") },
  { "care-planning", NC_("template", "A care and support plan"), N_("Own goals, promises on both sides, and the review") },
  { "pathway", NC_("template", "A pathway"), N_("What a person does and sees, and what is behind it, in five lanes") },
  { "blank", NC_("template", "A blank map"), N_("Three stages and three lanes, to make your own") },
};

/**
 * way_template_get_n:
 *
 * Returns: how many templates there are
 */
guint
way_template_get_n (void)
{
  return G_N_ELEMENTS (templates);
}

const char *
way_template_get_name (guint index)
{
  return templates[index].name;
}

/**
 * way_template_get_title:
 * @index: which template
 *
 * Returns: what it is called
 */
const char *
way_template_get_title (guint index)
{
  return g_dpgettext2 (NULL, "template", templates[index].title);
}

/**
 * way_template_dup_title:
 * @name: the name of a template
 *
 * Returns: (transfer full): what it is called
 */
char *
way_template_dup_title (const char *name)
{
  GListModel *own = way_own_templates_get ();

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].name, name))
      return g_strdup (way_template_get_title (i));
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (WayOwnTemplate) each = g_list_model_get_item (own, i);

      if (g_str_equal (way_own_template_get_name (each), name))
        return g_strdup (way_own_template_get_title (each));
    }
  return g_strdup (name);
}

/**
 * way_template_get_about:
 * @index: which template
 *
 * Returns: what it is for, in a few words
 */
const char *
way_template_get_about (guint index)
{
  return _(templates[index].about);
}

/**
 * way_template_get_bytes:
 * @name: the name of a template
 * @error: where a #WayError goes
 *
 * Returns: (transfer full) (nullable): what is in it, in the interchange format
 */
GBytes *
way_template_get_bytes (const char  *name,
                        GError     **error)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL), *resource = NULL;

  if (g_str_has_prefix (name, WAY_OWN_TEMPLATE_PREFIX))
    return way_own_templates_load (name, error);
  resource = way_spoken_dup_resource ("/org/waymark/Waymark/templates", file);
  return g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * way_template_get_own_about:
 *
 * Returns: what templates of one's own are, in a few words
 */
const char *
way_template_get_own_about (void)
{
  return _("A template of your own");
}

static WayEdit *
read_bytes (WayWorkspace  *workspace,
            GBytes        *bytes,
            GError       **error)
{
  return way_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), WAY_RECORDS (workspace), FALSE, NULL, error);
}

/**
 * way_template_load:
 * @source: a file in the interchange format
 * @cancellable: (nullable): a way to stop
 * @error: where a #WayError goes, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
way_template_load (GFile         *source,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_basename (source);
  char *text;
  gsize length;

  if (g_file_load_contents (source, cancellable, &text, &length, NULL, &reason))
    return g_bytes_new_take (text, length);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_UNREADABLE, _("“%s” could not be read."), name);
  return NULL;
}

/**
 * way_template_make_file_of:
 * @file: where there is no file yet
 * @bytes: what goes into it, in the interchange format
 * @error: where a #WayError goes
 *
 * Makes a workspace of what was exported, without a history. Where that fails there is no file afterwards.
 *
 * Returns: whether it is there
 */
gboolean
way_template_make_file_of (GFile   *file,
                           GBytes  *bytes,
                           GError **error)
{
  g_autoptr (WayWorkspace) workspace = way_workspace_create (file, error);
  g_autoptr (WayEdit) edit = NULL;

  if (workspace == NULL)
    return FALSE;
  edit = read_bytes (workspace, bytes, error);
  if (edit != NULL && way_workspace_apply (workspace, edit, error) && way_workspace_forget_history (workspace, error) &&
      way_workspace_close (workspace, error))
    return TRUE;
  /* It was not there before, and is not what was asked for. */
  way_workspace_close (workspace, NULL);
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/**
 * way_template_make_file:
 * @file: where there is no file yet
 * @resource: what goes into it
 * @error: where a #WayError goes
 *
 * Makes a workspace of a template or the sample, without a history. Where that fails there is no file afterwards.
 *
 * Returns: whether it is there
 */
gboolean
way_template_make_file (GFile       *file,
                        const char  *resource,
                        GError     **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL && way_template_make_file_of (file, bytes, error);
}

/**
 * way_template_add_map:
 * @workspace: a workspace
 * @name: the name of a template
 * @map_id: (out) (transfer full): the id of the new map
 * @error: where a #WayError goes
 *
 * Adds the map of a template after the others, as one edit.
 *
 * Returns: whether it is there
 */
gboolean
way_template_add_map (WayWorkspace  *workspace,
                      const char    *name,
                      char         **map_id,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = way_template_get_bytes (name, error);
  g_autoptr (WayEdit) read = bytes != NULL ? read_bytes (workspace, bytes, error) : NULL, edit = NULL;

  if (read == NULL)
    return FALSE;
  edit = way_edit_new (_("New map"));
  for (guint i = 0; i < way_edit_get_length (read); i++)
    {
      WayRecord *record = way_edit_get_operation (read, i)->put;

      if (way_record_get_kind (record) == WAY_KIND_MAP)
        g_set_str (map_id, way_record_get_id (record));
      if (way_record_get_kind (record) != WAY_KIND_WORKSPACE)
        way_edit_put (edit, record);
    }
  return way_workspace_apply (workspace, edit, error);
}

static void
fill_own_section (GMenu      *section,
                  const char *action)
{
  GListModel *own = way_own_templates_get ();

  g_menu_remove_all (section);
  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (WayOwnTemplate) each = g_list_model_get_item (own, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (way_own_template_get_title (each), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, action, "s", way_own_template_get_name (each));
      g_menu_append_item (section, item);
    }
}

static void
own_changed_cb (GListModel *own,
                guint       position,
                guint       removed,
                guint       added,
                GMenu      *section)
{
  fill_own_section (section, g_object_get_data (G_OBJECT (section), "action"));
}

/**
 * way_template_new_menu:
 * @action: an action that takes the name of a template
 *
 * Returns: (transfer full): a menu of the templates, which keeps up with those of one's own
 */
GMenuModel *
way_template_new_menu (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new (), own = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s('%s')", action, templates[i].name);

      g_menu_append (section, g_dpgettext2 (NULL, "template", templates[i].title), detailed);
    }
  g_object_set_data_full (G_OBJECT (own), "action", g_strdup (action), g_free);
  fill_own_section (own, action);
  g_signal_connect_object (way_own_templates_get (), "items-changed", G_CALLBACK (own_changed_cb), own, G_CONNECT_DEFAULT);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_row (const char *title,
         const char *about,
         const char *action,
         const char *name)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", about, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static GtkWidget *
new_own_row (gpointer item,
             gpointer action)
{
  return new_row (way_own_template_get_title (item), way_template_get_own_about (), action, way_own_template_get_name (item));
}

static void
show_where_any (GListModel *own,
                guint       position,
                guint       removed,
                guint       added,
                GtkWidget  *list)
{
  gtk_widget_set_visible (list, g_list_model_get_n_items (own) > 0);
}

static GtkWidget *
new_list_box (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

/**
 * way_template_new_list:
 * @action: an action that takes the name of a template
 *
 * Returns: (transfer floating): lists of the templates, to choose one: those that come with the program, and one's own
 */
GtkWidget *
way_template_new_list (const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = new_list_box (_("Templates")), *own_list = new_list_box (_("Templates of Your Own"));
  GListModel *own = way_own_templates_get ();

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (way_template_get_title (i), way_template_get_about (i), action, templates[i].name));
  gtk_list_box_bind_model (GTK_LIST_BOX (own_list), own, new_own_row, g_strdup (action), g_free);
  g_signal_connect_object (own, "items-changed", G_CALLBACK (show_where_any), own_list, G_CONNECT_DEFAULT);
  show_where_any (own, 0, 0, 0, own_list);
  gtk_box_append (GTK_BOX (box), own_list);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}
