/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dropped on a window: workspaces are opened, what was exported is imported. */
#include "app/way-window-private.h"

#include "app/way-import.h"
#include "app/way-new-workspace.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

static void
take (WayWindow *self,
      GFile     *file)
{
  if (!way_import_is_known (file))
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
  else if (self->workspace != NULL)
    way_import_run (self, file);
  else if (way_import_is_json (file))
    way_new_workspace_from_json (self, file);
  else
    way_toast_say (GTK_WIDGET (self->stack), _("Open a workspace first, and bring the pathway to it then"));
}

/* What is dragged out of a window is no file that somebody brings to one. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop,
           WayWindow     *self)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_ref (gdk_drop_get_formats (drop));

  formats = gdk_content_formats_union_deserialize_gtypes (g_steal_pointer (&formats));
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            WayWindow     *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  guint imports = 0;

  for (GSList *each = files; each != NULL; each = each->next)
    {
      imports += way_import_is_known (each->data);
      /* One at a time, so that each can be taken back. */
      if (!way_import_is_known (each->data) || imports == 1)
        take (self, each->data);
    }
  if (imports > 1)
    way_toast_say (GTK_WIDGET (self->stack), _("Only the first file was imported: please bring them one by one"));
  return files != NULL;
}

/**
 * way_window_accept_files:
 * @self: a window
 *
 * Lets files be dropped on it.
 */
void
way_window_accept_files (WayWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
