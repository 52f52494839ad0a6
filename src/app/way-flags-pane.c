/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flags beside a map: what is still open, and the way to what it is about. */
#include "app/way-flags-pane.h"

#include "app/way-inspector-sections.h"
#include "app/way-lead-row.h"
#include "app/way-map-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

struct _WayFlagsPane
{
  WayPane parent_instance;

  GtkWidget *scope, *open_only, *scrolled, *nothing;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (WayFlagsPane, way_flags_pane, WAY_TYPE_PANE)

/* A decision is made; the rest is open until somebody answers it. */
static gboolean
is_open (WayRecord *flag)
{
  return way_text_is_blank (way_record_get_text (flag, WAY_FLAG_ANSWER)) &&
         g_strcmp0 (way_record_get_text (flag, WAY_FLAG_KIND), "decision") != 0;
}

static char *
dup_name_of_on (WayMapContext *context,
                WayRecord     *flag)
{
  const char *on = way_record_get_text (flag, WAY_FLAG_ON);
  g_autoptr (WayRecord) record = NULL;
  WayKind kind;

  if (way_records_find_kind (WAY_RECORDS (way_map_context_get_workspace (context)), on, &kind, NULL))
    record = way_map_context_read (context, kind, on);
  return record != NULL ? way_words_dup_name (record) : g_strdup ("");
}

static char *
dup_subtitle (WayMapContext *context,
              WayRecord     *flag,
              WayRecord     *map)
{
  const char *kind = way_record_get_text (flag, WAY_FLAG_KIND), *answer = way_record_get_text (flag, WAY_FLAG_ANSWER);
  const char *words = way_words_of_choice (WAY_KIND_FLAG, kind != NULL ? kind : "question");
  g_autofree char *on = dup_name_of_on (context, flag), *title = way_words_dup_name (map);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the kind of a flag, and what it is pinned to. */
  g_string_append_printf (text, _("%s on “%s”"), words, on);
  if (g_strcmp0 (way_record_get_id (map), way_map_context_get_map (context)) != 0)
    /* Translators: the map that a flag is on. */
    g_string_append_printf (text, _(", map “%s”"), title);
  if (!way_text_is_blank (answer))
    /* Translators: the answer to a question that was pinned to a map. */
    g_string_append_printf (text, _("\nAnswered: %s"), answer);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
go_to (WayFlagsPane *self,
       WayRecord    *flag,
       gboolean      to_flag)
{
  WayMapContext *context = way_pane_get_context (WAY_PANE (self));
  const char *map = way_record_get_within (flag), *on = way_record_get_text (flag, WAY_FLAG_ON);
  WayKind kind = WAY_KIND_NONE;

  if (g_strcmp0 (map, way_map_context_get_map (context)) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-map", "s", map);
  if (g_strcmp0 (map, way_map_context_get_map (context)) != 0)
    return;
  way_records_find_kind (WAY_RECORDS (way_map_context_get_workspace (context)), on, &kind, NULL);
  if (to_flag || kind == WAY_KIND_NONE || kind == WAY_KIND_MAP)
    way_map_context_select (context, WAY_KIND_FLAG, way_record_get_id (flag));
  else
    way_map_context_select (context, kind, on);
}

static void
row_activated_cb (AdwActionRow *row,
                  WayFlagsPane *self)
{
  g_autoptr (WayRecord) flag = g_object_ref (g_object_get_data (G_OBJECT (row), "flag"));

  go_to (self, flag, FALSE);
}

static void
change_cb (GtkButton    *button,
           WayFlagsPane *self)
{
  g_autoptr (WayRecord) flag = g_object_ref (g_object_get_data (G_OBJECT (button), "flag"));

  go_to (self, flag, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "view.show-pane", "s", "inspector");
}

static void
delete_cb (GtkButton    *button,
           WayFlagsPane *self)
{
  g_autoptr (WayRecord) flag = g_object_ref (g_object_get_data (G_OBJECT (button), "flag"));

  way_map_edits_delete (way_pane_get_context (WAY_PANE (self)), GTK_WIDGET (self), WAY_KIND_FLAG, way_record_get_id (flag));
}

static void
add_button (WayFlagsPane *self,
            GtkWidget    *row,
            WayRecord    *flag,
            const char   *icon_name,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = way_inspector_new_button (icon_name, label);

  g_object_set_data_full (G_OBJECT (button), "flag", g_object_ref (flag), g_object_unref);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_row (WayFlagsPane *self,
         WayRecord    *flag,
         WayRecord    *map)
{
  g_autofree char *text = way_words_dup_text (flag), *name = way_words_dup_name (flag);
  g_autofree char *subtitle = dup_subtitle (way_pane_get_context (WAY_PANE (self)), flag, map);
  /* Translators: the words of a flag. */
  g_autofree char *change = g_strdup_printf (_("Change or Answer “%s”"), name);
  /* Translators: the words of a flag. */
  g_autofree char *delete = g_strdup_printf (_("Delete “%s”"), name);
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", text, "subtitle", subtitle, NULL);

  g_object_set_data_full (G_OBJECT (row), "flag", g_object_ref (flag), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  add_button (self, row, flag, "document-edit-symbolic", change, G_CALLBACK (change_cb));
  add_button (self, row, flag, "user-trash-symbolic", delete, G_CALLBACK (delete_cb));
  return row;
}

static guint
add_flags (WayFlagsPane *self,
           GtkWidget    *list,
           WayRecord    *map)
{
  g_autoptr (GPtrArray) flags = way_map_context_list (way_pane_get_context (WAY_PANE (self)), WAY_KIND_FLAG, way_record_get_id (map));
  gboolean open_only = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->open_only));
  guint n = 0;

  for (guint i = 0; i < flags->len; i++)
    if (!open_only || is_open (flags->pdata[i]))
      {
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (self, flags->pdata[i], map));
        n++;
      }
  return n;
}

static void
way_flags_pane_refresh (WayPane *pane)
{
  WayFlagsPane *self = WAY_FLAGS_PANE (pane);
  WayMapContext *context = way_pane_get_context (pane);
  gboolean all = g_strcmp0 (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->scope)), "all") == 0;
  g_autoptr (GPtrArray) maps = way_map_context_list (context, WAY_KIND_MAP, NULL);
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "in-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flags"), -1);
  for (guint i = 0; i < maps->len; i++)
    if (all || g_strcmp0 (way_record_get_id (maps->pdata[i]), way_map_context_get_map (context)) == 0)
      n += add_flags (self, list, maps->pdata[i]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), list);
  gtk_stack_set_visible_child (self->pages, n > 0 ? self->scrolled : self->nothing);
}

static void
way_flags_pane_changed (WayPane    *pane,
                        WayChanges *changes)
{
  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      WayKind kind = way_changes_get (changes, i)->kind;

      if (kind == WAY_KIND_FLAG || kind == WAY_KIND_MAP)
        {
          way_flags_pane_refresh (pane);
          return;
        }
    }
}

static void
way_flags_pane_class_init (WayFlagsPaneClass *klass)
{
  WayPaneClass *pane_class = WAY_PANE_CLASS (klass);

  pane_class->refresh = way_flags_pane_refresh;
  pane_class->changed = way_flags_pane_changed;
}

static void
add_toggle (WayFlagsPane *self,
            const char   *name,
            const char   *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (ADW_TOGGLE_GROUP (self->scope), toggle);
}

static void
choice_changed_cb (GtkWidget    *widget,
                   GParamSpec   *pspec,
                   WayFlagsPane *self)
{
  if (way_pane_get_context (WAY_PANE (self)) != NULL)
    way_flags_pane_refresh (WAY_PANE (self));
}

static GtkWidget *
new_tools (WayFlagsPane *self)
{
  GtkWidget *bar = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL), *pin = way_inspector_new_button ("list-add-symbolic", _("Pin a Flag"));

  self->scope = adw_toggle_group_new ();
  gtk_widget_add_css_class (self->scope, "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scope), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flags of"), -1);
  add_toggle (self, "map", _("This Map"));
  add_toggle (self, "all", _("All Maps"));
  self->open_only = gtk_toggle_button_new_with_label (_("Still Open"));
  gtk_widget_set_tooltip_text (self->open_only, _("Only What Is Still Open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_only), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Only What Is Still Open"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pin), "view.add-flag");
  gtk_widget_add_css_class (bar, "toolbar");
  adw_wrap_box_append (ADW_WRAP_BOX (bar), self->scope);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), self->open_only);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), pin);
  g_signal_connect (self->scope, "notify::active", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect (self->open_only, "notify::active", G_CALLBACK (choice_changed_cb), self);
  return bar;
}

static void
way_flags_pane_init (WayFlagsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pages = GTK_STACK (gtk_stack_new ());
  self->scrolled = gtk_scrolled_window_new ();
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "emoji-flags-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _("No Flags"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing),
                                   _("Pin a question, concern, idea or decision to whatever it is about."));
  gtk_widget_add_css_class (self->nothing, "compact");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_child (self->pages, self->nothing);
  gtk_stack_add_child (self->pages, self->scrolled);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_box_append (GTK_BOX (box), new_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_bin_set_child (ADW_BIN (self), box);
}
