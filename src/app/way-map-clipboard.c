/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the clipboard the canvas leaves to those who know files: SVG with real text, words for other programs, and pathways written as
 * tables, flowcharts and graphs. */
#include "app/way-map-clipboard.h"

#include "app/way-selection-svg.h"
#include "app/way-toast.h"
#include "base/way-i18n.h"
#include "exchange/way-import.h"

static GdkContentProvider *
copying_cb (WayCanvas     *canvas,
            WayExcerpt    *excerpt,
            WayMapContext *context)
{
  g_autoptr (GBytes) svg = way_selection_svg_write (excerpt);

  return gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
}

static void
copy_as_cb (WayCanvas     *canvas,
            const char    *format,
            WayMapContext *context)
{
  gtk_widget_activate_action (GTK_WIDGET (canvas), "win.copy-steps", "s", format);
}

/* The steps that an edit makes; of links alone, the last of them. */
static void
select_made (WayCanvas *canvas,
             WayEdit   *edit,
             guint      n_steps)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  const char *last = "";

  for (guint i = 0; i < way_edit_get_length (edit); i++)
    {
      WayRecord *record = way_edit_get_operation (edit, i)->put;
      WaySpot spot = { .kind = way_record_get_kind (record) };

      if (spot.kind != (n_steps > 0 ? WAY_KIND_STEP : WAY_KIND_LINK))
        continue;
      if (n_steps == 0)
        g_array_set_size (made, 0);
      last = way_record_get_id (record);
      g_strlcpy (spot.id, last, sizeof spot.id);
      g_array_append_val (made, spot);
    }
  way_canvas_select_again (canvas, made, last);
}

static void
tell (WayCanvas *canvas,
      guint      n_steps,
      GStrv      dropped)
{
  g_autofree char *said = g_strdup_printf (ngettext ("%u step pasted", "%u steps pasted", n_steps), n_steps);
  g_autofree char *parts = NULL, *left_out = NULL;

  way_toast_offer_undo (GTK_WIDGET (canvas), said);
  if (dropped == NULL || dropped[0] == NULL)
    return;
  parts = g_strjoinv ("\n", dropped);
  /* Translators: parts of a text, one a line, such as "line 3: style". */
  left_out = g_strdup_printf (_("Waymark does not know these parts of what was copied, and left them out:\n%s"), parts);
  way_toast_alert (GTK_WIDGET (canvas), _("Not Everything Was Pasted"), left_out);
}

static gboolean
pasting_cb (WayCanvas     *canvas,
            const char    *text,
            WayMapContext *context)
{
  const WaySpot *spot = way_canvas_get_spot (canvas);
  const char *lane = spot == NULL ? "" : spot->kind == WAY_KIND_LANE ? spot->id : spot->lane;
  g_autoptr (WayEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) dropped = NULL;
  WayImportFormat format;
  guint n_steps = 0;

  if (!way_map_context_is_kind (context, "pathway") || !way_import_guess (text, &format))
    return FALSE;
  edit = way_import_read_into (text, format, way_map_context_get_map (context), *lane != '\0' ? lane : NULL,
                               WAY_RECORDS (way_map_context_get_workspace (context)), &dropped, &error);
  if (edit == NULL)
    {
      way_toast_alert (GTK_WIDGET (canvas), _("Nothing Was Pasted"), error->message);
      return TRUE;
    }
  if (!way_map_context_apply (context, edit))
    return TRUE;
  for (guint i = 0; i < way_edit_get_length (edit); i++)
    n_steps += way_record_get_kind (way_edit_get_operation (edit, i)->put) == WAY_KIND_STEP;
  select_made (canvas, edit, n_steps);
  tell (canvas, n_steps, dropped);
  return TRUE;
}

/**
 * way_map_clipboard_attach:
 * @context: what the canvas of a map works with; it lives as long as the canvas may ask
 *
 * Answers the canvas when something is copied or pasted.
 */
void
way_map_clipboard_attach (WayMapContext *context)
{
  WayCanvas *canvas = way_map_context_get_canvas (context);

  g_signal_connect_object (canvas, "copying", G_CALLBACK (copying_cb), context, G_CONNECT_DEFAULT);
  g_signal_connect_object (canvas, "copy-as", G_CALLBACK (copy_as_cb), context, G_CONNECT_DEFAULT);
  g_signal_connect_object (canvas, "pasting", G_CALLBACK (pasting_cb), context, G_CONNECT_DEFAULT);
}
