/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking where an export goes: a file, with a name that says who it is for, or a folder in which one is made. */
#include "app/way-export-where.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

/* Long titles make no long names of files. */
#define MAX_NAME 80

/**
 * way_export_where_dup_name:
 * @choices: what comes out
 * @title: what it is called
 *
 * Says who it is for, so that nobody takes one for the other later; what is for anybody needs no such word.
 *
 * Returns: (transfer full): a name for the file
 */
char *
way_export_where_dup_name (const WayExportChoices *choices,
                           const char             *title)
{
  g_autofree char *excerpt = way_text_dup_excerpt (title, MAX_NAME);
  const char *extension = way_export_choices_get_extension (choices);
  char *name;

  if (choices->audience == WAY_AUDIENCE_TEAM)
    /* Translators: the name of a file: a title and an extension. */
    name = g_strdup_printf (_("%s, for the team.%s"), excerpt, extension);
  else if (choices->audience == WAY_AUDIENCE_WORKSHOP)
    /* Translators: the name of a file: a title and an extension. */
    name = g_strdup_printf (_("%s, for a workshop.%s"), excerpt, extension);
  else if (choices->audience == WAY_AUDIENCE_DESK)
    /* Translators: the name of a file: a title and an extension. */
    name = g_strdup_printf (_("%s, backup.%s"), excerpt, extension);
  else
    name = g_strdup_printf ("%s.%s", excerpt, extension);
  return g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
}

static void
take (GTask  *task,
      GFile  *target,
      GError *error)
{
  if (target != NULL)
    g_task_return_pointer (task, target, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  take (task, file, error);
}

static void
folder_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GFile *folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  take (task, folder, error);
}

/**
 * way_export_where_ask_async:
 * @window: the window that asks
 * @choices: what comes out
 * @title: what it is called
 * @callback: called when it is answered
 * @data: for @callback
 *
 * Asks for a file, or for a folder in which a new one is made.
 */
void
way_export_where_ask_async (GtkWindow              *window,
                            const WayExportChoices *choices,
                            const char             *title,
                            GAsyncReadyCallback     callback,
                            gpointer                data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = way_export_where_dup_name (choices, title);

  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  if (way_export_choices_make_a_folder (choices))
    {
      gtk_file_dialog_set_title (dialog, choices->personas ? _("Where to Make a Folder of Personas") : _("Where to Make a Folder of Maps"));
      gtk_file_dialog_select_folder (dialog, window, NULL, folder_cb, task);
      return;
    }
  gtk_file_dialog_set_title (dialog, choices->audience == WAY_AUDIENCE_DESK ? _("Export a Backup") : _("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, file_cb, task);
}

/**
 * way_export_where_ask_finish:
 * @result: what the callback was given
 * @error: %GTK_DIALOG_ERROR_DISMISSED where nothing was chosen, or why it could not be asked
 *
 * Returns: (transfer full) (nullable): where it goes
 */
GFile *
way_export_where_ask_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
