/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: what an export to PDF makes, for the audience that was chosen, is given to the desktop's dialog for printers. */
#include "app/way-print.h"

#include "app/way-export-run.h"
#include "app/way-export-toast.h"
#include "app/way-export-where.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"

#include <string.h>

typedef struct
{
  WayWindow *window;          /* owned */
  WayAudience audience;
} Printing;

/* Under what a window keeps the title of a map, or of all of them: several may be prepared at once. */
static char *
dup_title_key (const char *map_id)
{
  return g_strconcat ("way-print-title ", map_id, NULL);
}

/* On paper that is as large as the pages; the map turns by itself. */
static GtkPageSetup *
new_page_setup (const WayExportOptions *options)
{
  static const char *const names[] = { NULL, GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, "iso_a2", "iso_a1", "iso_a0" };
  const char *name = names[options->tile != WAY_PAPER_FIT ? options->tile : options->paper];
  g_autoptr (GtkPaperSize) size = NULL;
  GtkPageSetup *setup;

  if (name == NULL)
    return NULL;
  size = gtk_paper_size_new (name);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  return setup;
}

/* Where it is printed to a file, that says who it is for, as an export does. */
static GtkPrintSettings *
new_settings (const WayExportChoices *choices,
              const char             *title)
{
  g_autofree char *name = way_export_where_dup_name (choices, title);
  GtkPrintSettings *settings = gtk_print_settings_new ();

  name[strlen (name) - strlen (".pdf")] = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  return settings;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Printing *self = data;
  g_autoptr (WayWindow) window = self->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_application_release (g_application_get_default ());
  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  if (gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    {
      /* Translators: %s is what was printed, as in "With only what the public may see". */
      said = g_strdup_printf (_("Sent to the printer. %s."), way_export_toast_get_caution (self->audience));
      way_toast_say (GTK_WIDGET (way_window_get_view (window)), said);
      gtk_accessible_announce (GTK_ACCESSIBLE (window), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    way_toast_alert (GTK_WIDGET (window), _("Nothing Was Printed"),
                     _("The desktop could not print it. Export a PDF, and print that with another program."));
}

/* The dialog reads from a file, which it has open when it is asked: nothing of it stays on the disk. */
static void
print_file (WayWindow      *window,
            GtkPrintDialog *dialog,
            WayAudience     audience,
            GFile          *file)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->window = g_object_ref (window);
  printing->audience = audience;
  g_application_hold (g_application_get_default ());
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (window), NULL, file, NULL, printed_cb, printing);
  g_file_delete (file, NULL, NULL);
}

static gboolean
write_pages (GFileIOStream  *stream,
             GBytes         *bytes,
             GError        **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL, NULL, error) &&
         g_io_stream_close (G_IO_STREAM (stream), NULL, error);
}

static void
made_cb (WayWindow    *window,
         WayExportJob *job)
{
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (&job->choices.options);
  g_autofree char *key = dup_title_key (job->map_id), *heading = NULL;
  const char *title = g_object_get_data (G_OBJECT (window), key);
  g_autoptr (GtkPrintSettings) settings = new_settings (&job->choices, title);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("waymark-XXXXXX.pdf", &stream, &error);

  if (file == NULL || !write_pages (stream, job->bytes, &error))
    {
      if (file != NULL)
        g_file_delete (file, NULL, NULL);
      way_toast_alert (GTK_WIDGET (window), _("Nothing Was Printed"), error->message);
      return;
    }
  /* Translators: the title of a dialog; %s is that of a map or persona. */
  heading = g_strdup_printf (_("Print “%s”"), title);
  gtk_print_dialog_set_title (dialog, heading);
  gtk_print_dialog_set_print_settings (dialog, settings);
  if (setup != NULL)
    gtk_print_dialog_set_page_setup (dialog, setup);
  print_file (window, dialog, job->choices.audience, file);
}

/**
 * way_print_run:
 * @window: a window with a workspace
 * @map_id: (nullable): a map or persona, or %NULL for all
 * @choices: how, with PDF as the kind of file
 * @title: what it is called at the printer
 *
 * Asks on which printer, and prints; what went wrong is said.
 */
void
way_print_run (WayWindow              *window,
               const char             *map_id,
               const WayExportChoices *choices,
               const char             *title)
{
  g_autofree char *key = dup_title_key (map_id);

  g_return_if_fail (choices->kind == WAY_EXPORT_PDF && choices->audience != WAY_AUDIENCE_DESK);

  g_object_set_data_full (G_OBJECT (window), key, g_strdup (title), g_free);
  way_export_run (window, map_id, choices, NULL, made_cb);
}
