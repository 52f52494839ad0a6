/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its command line, its keys, and one window a workspace. */
#include "app/way-application.h"

#include "app/way-first-frame.h"
#include "app/way-window.h"
#include "base/way-i18n.h"

struct _WayApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (WayApplication, way_application, ADW_TYPE_APPLICATION)

/* Symbolic links aside, two names are one file when they say so. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autofree char *path_a = g_file_get_path (a), *path_b = g_file_get_path (b);
  g_autofree char *real_a = path_a != NULL ? realpath (path_a, NULL) : NULL, *real_b = path_b != NULL ? realpath (path_b, NULL) : NULL;

  return g_file_equal (a, b) || (real_a != NULL && g_strcmp0 (real_a, real_b) == 0);
}

static WayWindow *
find_window (WayApplication *self,
             GFile          *file)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    {
      WayWorkspace *workspace = WAY_IS_WINDOW (each->data) ? way_window_get_workspace (each->data) : NULL;

      if (file == NULL ? WAY_IS_WINDOW (each->data) && workspace == NULL
                       : workspace != NULL && is_same_file (way_workspace_get_file (workspace), file))
        return each->data;
    }
  return NULL;
}

static WayWindow *
open_file (WayApplication *self,
           GFile          *file)
{
  WayWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = find_window (self, NULL);
      if (window == NULL)
        window = way_window_new (ADW_APPLICATION (self));
      gtk_window_present (GTK_WINDOW (window));
      way_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static WayWindow *
open_nothing (WayApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  WayWindow *window = WAY_IS_WINDOW (active) ? WAY_WINDOW (active) : way_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
way_application_activate (GApplication *application)
{
  open_nothing (WAY_APPLICATION (application));
}

static void
way_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (WAY_APPLICATION (application), files[i]);
}

static int
way_application_command_line (GApplication            *application,
                              GApplicationCommandLine *line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  const char *page = NULL;
  WayWindow *window = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names);
  g_variant_dict_lookup (options, "page", "&s", &page);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

      window = open_file (WAY_APPLICATION (application), file);
    }
  if (g_variant_dict_contains (options, "new"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "new-workspace", NULL);
  else if (g_variant_dict_contains (options, "sample"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
  else if (window == NULL)
    window = open_nothing (WAY_APPLICATION (application));
  if (window == NULL)
    return 0;
  if (page != NULL)
    way_window_show_page (window, page);
  if (g_variant_dict_contains (options, "first-frame"))
    way_first_frame_time (GTK_WIDGET (window));
  return 0;
}

static int
way_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Waymark %s\n", WAY_VERSION);
  return 0;
}

/* A window to begin in: one that has nothing open, or a new one. */
static WayWindow *
get_start (WayApplication *self)
{
  WayWindow *window = find_window (self, NULL);

  if (window == NULL)
    window = way_window_new (ADW_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
new_workspace_cb (GSimpleAction *action,
                  GVariant      *target,
                  gpointer       data)
{
  way_window_show_templates (get_start (data));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *target,
                gpointer       data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_start (data)), "win.open-sample", NULL);
}

/* Where a notification leads. */
static void
show_window_cb (GSimpleAction *action,
                GVariant      *target,
                gpointer       data)
{
  GtkWindow *window = gtk_application_get_window_by_id (data, g_variant_get_uint32 (target));

  if (window != NULL)
    gtk_window_present (window);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data), (GCopyFunc) (GCallback) g_object_ref, NULL);

  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
  g_list_free_full (windows, g_object_unref);
}

static void
add_keys (GtkApplication *application)
{
  static const struct { const char *action; const char *keys[4]; } keys[] = {
    { "win.open", { "<Control>o" } },
    { "app.new-workspace", { "<Control>n" } },
    { "win.save", { "<Control>s" } },
    { "win.save-copy", { "<Control><Shift>s" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.copy-picture", { "<Control><Shift>c" } },
    { "win.copy-svg", { "<Control><Shift>g" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
    { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
    { "win.zoom-paper", { "<Control>1", "<Control>KP_1" } },
    { "win.next-map", { "<Control>Page_Down" } },
    { "win.previous-map", { "<Control>Page_Up" } },
    { "win.next-curve", { "<Control><Alt>p" } },
    { "win.find", { "<Control>f" } },
    { "win.show-maps", { "<Control>m" } },
    { "win.show-personas", { "<Control><Shift>p" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.help", { "F1" } },
    { "win.show-keys", { "<Control>question" } },
    { "win.toggle-pane", { "F9" } },
    { "room.start", { "F5" } },
    { "room.start-here", { "<Shift>F5" } },
    { "room.end", { "<Control>F5" } },
    { "room.next", { "<Alt>Page_Down" } },
    { "room.previous", { "<Alt>Page_Up" } },
    { "room.mode::follow", { "<Alt>1" } },
    { "room.mode::hold", { "<Alt>2" } },
    { "room.mode::walk", { "<Alt>3" } },
    { "room.black", { "<Control><Shift>b" } },
    { "room.countdown-running", { "<Control><Shift>t" } },
    { "win.add-flag", { "<Control><Shift>f" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, (const char **) keys[i].keys);
}

static void
way_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "new-workspace", .activate = new_workspace_cb },
    { .name = "open-sample", .activate = open_sample_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "show-window", .activate = show_window_cb, .parameter_type = "u" },
  };

  G_APPLICATION_CLASS (way_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (WAY_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  add_keys (GTK_APPLICATION (application));
}

static void
way_application_class_init (WayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = way_application_startup;
  application_class->activate = way_application_activate;
  application_class->open = way_application_open;
  application_class->command_line = way_application_command_line;
  application_class->handle_local_options = way_application_handle_local_options;
}

static void
way_application_init (WayApplication *self)
{
  static const GOptionEntry options[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Begin at the map with this title, id or number"), N_("MAP") },
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new workspace"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample"), NULL },
    { "first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say the version and end"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

WayApplication *
way_application_new (void)
{
  return g_object_new (WAY_TYPE_APPLICATION, "application-id", WAY_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/waymark/Waymark", NULL);
}
