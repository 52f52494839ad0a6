/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspaces that were open before, in the list of recent files that the user's desktop keeps, and whose privacy settings hold. */
#include "app/way-recent.h"

#include "config.h"

#include <gtk/gtk.h>

#define TYPE "application/vnd.waymark"

/**
 * way_recent_add:
 * @file: a workspace that was opened
 *
 * Puts it first among those that were open before. Only its name and place are kept, nothing that is in it.
 */
void
way_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file), *name = g_file_get_basename (file);
  GtkRecentData data = { .display_name = name, .mime_type = (char *) TYPE, .app_name = (char *) WAY_APPLICATION_ID,
                         .app_exec = (char *) "waymark-app %u" };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * way_recent_remove:
 * @file: one of the list
 *
 * Takes it off the list; the file itself stays as it is.
 */
void
way_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static gint64
get_opened (GtkRecentInfo *info)
{
  GDateTime *opened;
  const char *command;
  guint count;

  return gtk_recent_info_get_application_info (info, WAY_APPLICATION_ID, &command, &count, &opened) ? g_date_time_to_unix_usec (opened) : 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = get_opened (*(GtkRecentInfo *const *) a), right = get_opened (*(GtkRecentInfo *const *) b);

  return (left < right) - (left > right);
}

/**
 * way_recent_list:
 *
 * Returns: (transfer full) (element-type GFile): what was opened here before, the last first, whether it is still there or not
 */
GPtrArray *
way_recent_list (void)
{
  g_autoptr (GPtrArray) ours = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *each = all; each != NULL; each = each->next)
    if (gtk_recent_info_has_application (each->data, WAY_APPLICATION_ID))
      g_ptr_array_add (ours, gtk_recent_info_ref (each->data));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (ours, compare);
  for (guint i = 0; i < MIN (ours->len, WAY_RECENT_MOST); i++)
    g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (ours->pdata[i])));
  return files;
}
