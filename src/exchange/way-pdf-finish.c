/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to a PDF what cairo 1.18 cannot write: its language, words for figures, scopes of table headers, units of large pages. */
#include "exchange/way-pdf-finish.h"

#include "base/way-i18n.h"

#include <qpdf/qpdf-c.h>

static const char *const note_keys[] = {
  [WAY_PDF_NOTE_ALTERNATIVE] = "/Alt",
  [WAY_PDF_NOTE_LANGUAGE] = "/Lang",
};

static gboolean
is_element (qpdf_data pdf,
            qpdf_oh   object)
{
  return qpdf_oh_is_dictionary (pdf, object) && qpdf_oh_has_key (pdf, object, "/S");
}

/* Child number @number of a structure element among those that are elements themselves, not contents of a page. */
static qpdf_oh
get_child (qpdf_data pdf,
           qpdf_oh   parent,
           guint     number)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, parent, "/K");
  int n_kids;

  if (!qpdf_oh_is_array (pdf, kids))
    return number == 0 ? kids : qpdf_oh_new_null (pdf);
  n_kids = qpdf_oh_get_array_n_items (pdf, kids);
  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (pdf, kids, i);

      if (is_element (pdf, kid) && number-- == 0)
        return kid;
      qpdf_oh_release (pdf, kid);
    }
  return qpdf_oh_new_null (pdf);
}

static void
add_note (qpdf_data         pdf,
          qpdf_oh           root,
          const WayPdfNote *note)
{
  qpdf_oh element = root, attributes;

  for (guint i = 0; i < note->path->len; i++)
    element = get_child (pdf, element, g_array_index (note->path, guint, i));
  if (!is_element (pdf, element))
    {
      g_warning ("A structure element of the PDF is not where it was put");
      return;
    }
  if (note->type != WAY_PDF_NOTE_SCOPE)
    {
      qpdf_oh_replace_key (pdf, element, note_keys[note->type], qpdf_oh_new_unicode_string (pdf, note->value));
      return;
    }
  attributes = qpdf_oh_new_dictionary (pdf);
  qpdf_oh_replace_key (pdf, attributes, "/O", qpdf_oh_new_name (pdf, "/Table"));
  qpdf_oh_replace_key (pdf, attributes, "/Scope", qpdf_oh_new_name (pdf, note->value));
  qpdf_oh_replace_key (pdf, element, "/A", attributes);
}

static void
add_to_catalog (qpdf_data           pdf,
                const WayPdfFinish *finish)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (pdf);

  if (finish->language != NULL)
    qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_unicode_string (pdf, finish->language));
  qpdf_oh_replace_key (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, TRUE));
  if (finish->right_to_left)
    qpdf_oh_replace_key (pdf, preferences, "/Direction", qpdf_oh_new_name (pdf, "/R2L"));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", preferences);
}

static void
add_units (qpdf_data     pdf,
           const GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      double unit = g_array_index (units, double, i);

      if (unit != 1)
        qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, i), "/UserUnit", qpdf_oh_new_real_from_double (pdf, unit, 6));
    }
}

/* Streams stay as cairo packed them: packing them again takes long and gains nothing. */
static gboolean
write_file (qpdf_data  pdf,
            WaySink   *sink)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode (pdf, qpdf_o_preserve);
  if ((qpdf_write (pdf) & QPDF_ERRORS) != 0)
    return FALSE;
  way_sink_write (sink, qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  return TRUE;
}

/**
 * way_pdf_finish:
 * @pdf: as cairo wrote it
 * @finish: what to add
 * @sink: where to write
 * @error: what went wrong
 *
 * Returns: whether all of it was written
 */
gboolean
way_pdf_finish (const GByteArray    *pdf,
                const WayPdfFinish  *finish,
                WaySink             *sink,
                GError             **error)
{
  qpdf_data file = qpdf_init ();
  qpdf_oh structure;
  gboolean done = FALSE;

  qpdf_silence_errors (file);
  qpdf_set_suppress_warnings (file, QPDF_TRUE);
  if ((qpdf_read_memory (file, "map", (const char *) pdf->data, pdf->len, NULL) & QPDF_ERRORS) == 0)
    {
      add_to_catalog (file, finish);
      add_units (file, finish->units);
      structure = qpdf_oh_get_key (file, qpdf_get_root (file), "/StructTreeRoot");
      for (guint i = 0; i < finish->notes->len; i++)
        add_note (file, structure, g_ptr_array_index (finish->notes, i));
      done = !qpdf_has_error (file) && write_file (file, sink);
    }
  if (!done)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The PDF could not be put together: %s."),
                 qpdf_has_error (file) ? qpdf_get_error_message_detail (file, qpdf_get_error (file)) : "");
  qpdf_cleanup (&file);
  return done && way_sink_finish (sink, error);
}
