/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command `waymark import`: what is in another file, added to a workspace as one edit. */
#include "base/way-i18n.h"
#include "cli/way-cli-private.h"
#include "exchange/way-import.h"
#include "exchange/way-json-read.h"

#include <glib/gstdio.h>
#include <string.h>

/* The extension of a file, or what it is said to be. */
static char *
dup_format (const char *source,
            const char *format)
{
  g_autofree char *name = g_path_get_basename (source);
  const char *dot = strrchr (name, '.');

  return g_ascii_strdown (format != NULL ? format : dot != NULL ? dot + 1 : "", -1);
}

/* What a map is called that comes from a file without a title of its own. */
static char *
dup_title (const char *source)
{
  g_autofree char *name = g_filename_display_basename (source);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot > name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

static WayEdit *
read_edit (WayWorkspace  *workspace,
           const char    *source,
           const char    *format,
           const char    *text,
           gsize          length,
           gboolean       lenient,
           GStrv         *left_out,
           GError       **error)
{
  g_autofree char *title = dup_title (source);
  WayImportFormat of_pathway;

  if (way_import_format_from_name (format, &of_pathway))
    return way_import_read (text, length, of_pathway, title, WAY_RECORDS (workspace), left_out, error);
  return way_json_read (text, length, WAY_RECORDS (workspace), lenient, left_out, error);
}

/* What has no end, as /dev/zero, cannot be read to it; a pipe can. */
static gboolean
is_device (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && (S_ISCHR (status.st_mode) || S_ISBLK (status.st_mode));
}

static gboolean
load (const char  *source,
      char       **text,
      gsize       *length)
{
  g_autoptr (GError) error = NULL;

  if (is_device (source))
    {
      way_cli_fail (_("“%s” could not be read."), source);
      return FALSE;
    }
  if (g_file_get_contents (source, text, length, &error))
    return TRUE;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    way_cli_fail (_("There is no file “%s”."), source);
  else if (g_file_test (source, G_FILE_TEST_IS_DIR))
    way_cli_fail (_("“%s” is a folder."), source);
  else
    way_cli_fail (_("“%s” could not be read."), source);
  return FALSE;
}

/* Once it is in, it must get into the user's own file; where that fails it is taken back, so that nothing is half imported. */
static WayExit
import (WayWorkspace *workspace,
        const char   *source,
        const char   *format,
        const char   *text,
        gsize         length,
        gboolean      lenient)
{
  g_auto (GStrv) unknown = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayEdit) edit = read_edit (workspace, source, format, text, length, lenient, &unknown, &error);
  gboolean keys = g_str_equal (format, "json");

  if (edit == NULL || (way_edit_get_length (edit) > 0 && !way_workspace_apply (workspace, edit, &error)))
    return way_cli_fail ("%s: %s", source, error->message);
  if (!way_workspace_publish (workspace, NULL, &beside, &error))
    {
      if (way_edit_get_length (edit) > 0)
        way_workspace_undo (workspace, NULL);
      return way_cli_fail ("%s", error->message);
    }
  if (beside != NULL)
    return way_cli_fail (_("Somebody else changed the file meanwhile; with the import it is now in “%s”."), g_file_peek_path (beside));
  for (guint i = 0; unknown != NULL && unknown[i] != NULL; i++)
    if (keys)
      g_printerr (_("waymark: left out “%s”, which is not known\n"), unknown[i]);
    else
      g_printerr (_("waymark: left out, %s\n"), unknown[i]);
  return way_workspace_close (workspace, &error) ? WAY_EXIT_DONE : way_cli_fail ("%s", error->message);
}

WayExit
way_cli_import (GStrv arguments)
{
  g_autofree char *format = NULL, *kind = NULL, *text = NULL;
  WayImportFormat of_pathway;
  gboolean lenient = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (WayWorkspace) workspace = NULL;
  gsize length;
  WayExit exit_status;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("What SOURCE is, where its name does not tell: json, csv, mmd or dot"), N_("FORMAT") },
    { "lenient", 0, 0, G_OPTION_ARG_NONE, &lenient, N_("Leave out keys that are not known, and list them"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  rest = way_cli_parse ("import", _("FILE SOURCE"), _("Adds everything that is in SOURCE to a workspace, or nothing."), entries,
                        arguments, 2, 2, &exit_status);
  if (rest == NULL)
    return exit_status;
  kind = dup_format (rest[2], format);
  if (!g_str_equal (kind, "json") && !way_import_format_from_name (kind, &of_pathway))
    return way_cli_misuse (_("The format of “%s” is not known: it can be json, csv, mmd or dot."), format != NULL ? format : rest[2]);
  if (!load (rest[2], &text, &length))
    return WAY_EXIT_FAILED;
  workspace = way_cli_open (rest[1]);
  if (workspace == NULL)
    return WAY_EXIT_FAILED;
  return import (workspace, rest[2], kind, text, length, lenient);
}
