/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying what is selected, as text, as a table and as a picture, and pasting text. Whoever can write SVG adds that. */
#include "canvas/way-canvas-private.h"

#include "paint/way-paint.h"
#include "scene/way-excerpt.h"

#include <math.h>

#define PICTURE_SCALE 2.0
#define PICTURE_MARGIN 8.0
#define PICTURE_PIXELS_MAX 8000.0

/* What is selected, alone: not the quotes on a card, of which the clipboard cannot say who may see them, and no empty room for them. */
static WayExcerpt *
take_excerpt (WayCanvas *self,
              GArray    *spots)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < spots->len; i++)
    g_strv_builder_add (builder, g_array_index (spots, WaySpot, i).id);
  ids = g_strv_builder_end (builder);
  return way_excerpt_new (self->scene, (const char *const *) ids);
}

static GdkTexture *
paint_picture (WayExcerpt *excerpt)
{
  WayRect area = way_rect_grow (&excerpt->bounds, PICTURE_MARGIN);
  double scale = MIN (PICTURE_SCALE, PICTURE_PIXELS_MAX / MAX (area.width, area.height));
  int width = ceil (area.width * scale), height = ceil (area.height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  for (guint i = 0; i < excerpt->items->len; i++)
    {
      const WayExcerptItem *each = &g_array_index (excerpt->items, WayExcerptItem, i);

      cairo_save (cr);
      cairo_translate (cr, each->by.x, each->by.y);
      way_paint_item (cr, excerpt->scene, way_scene_get_item (excerpt->scene, each->item), WAY_STYLE_LIGHT, WAY_PAINT_SCREEN);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

static GdkContentProvider *
provide_text (const char *type,
              const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* What goes along with the text for those who paste in this program, and for nobody else. */
static GdkContentProvider *
provide_parts (WayCanvas *self,
               GArray    *spots,
               gboolean   cut)
{
  const WayCanvasTools *tools = way_canvas_tools_get (self->scene);
  g_autoptr (GPtrArray) parts = tools->list_parts != NULL ? tools->list_parts (self, spots, cut) : NULL;

  return parts != NULL ? gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, parts) : NULL;
}

/* Returns: (transfer full) (nullable): what went along with what is on the clipboard, where that was copied in this program */
static GPtrArray *
dup_parts (GdkClipboard *clipboard)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_PTR_ARRAY);
  return content != NULL && gdk_content_provider_get_value (content, &value, NULL) ? g_value_dup_boxed (&value) : NULL;
}

/**
 * way_canvas_copy:
 * @self: a canvas
 * @cut: whether it goes from where it is next
 *
 * Puts what is selected on the clipboard: as text, as a table where it is in several cells, as a picture, and as whatever those who
 * listen to [signal@Canvas::copying] make of it.
 *
 * Returns: whether something was
 */
gboolean
way_canvas_copy (WayCanvas *self,
                 gboolean   cut)
{
  gboolean can = self->scene != NULL && way_canvas_tools_get (self->scene)->dup_text != NULL;
  g_autoptr (GArray) spots = can ? way_canvas_list_selection (self) : NULL;
  g_autofree char *text = spots != NULL ? way_canvas_tools_get (self->scene)->dup_text (self, spots) : NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  g_autoptr (WayExcerpt) excerpt = text != NULL ? take_excerpt (self, spots) : NULL;
  g_autoptr (GdkTexture) picture = excerpt != NULL ? paint_picture (excerpt) : NULL;
  GdkContentProvider *more = NULL, *parts = text != NULL ? provide_parts (self, spots, cut) : NULL;
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();

  if (text == NULL)
    return FALSE;
  g_ptr_array_add (providers, provide_text ("text/plain;charset=utf-8", text));
  g_ptr_array_add (providers, gdk_content_provider_new_typed (G_TYPE_STRING, text));
  if (strchr (text, '\t') != NULL)
    g_ptr_array_add (providers, provide_text ("text/tab-separated-values", text));
  if (parts != NULL)
    g_ptr_array_add (providers, parts);
  if (excerpt != NULL)
    g_signal_emit_by_name (self, "copying", excerpt, &more);
  if (more != NULL)
    g_ptr_array_add (providers, more);
  if (picture != NULL)
    g_ptr_array_add (providers, gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, picture));
  all = gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata, providers->len);
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  WayCanvas *self = WAY_CANVAS (widget);
  gboolean cut = g_str_equal (name, "map.cut");

  if (!way_canvas_copy (self, cut))
    gtk_widget_error_bell (widget);
  else if (cut)
    way_canvas_drop_selected (self);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayCanvas) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->scene == NULL || way_canvas_tools_get (self->scene)->paste == NULL || !self->editable || !way_canvas_finish_typing (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    {
      gboolean taken = FALSE;

      g_signal_emit_by_name (self, "pasting", text, &taken);
      if (!taken)
        {
          g_autoptr (GPtrArray) parts = dup_parts (GDK_CLIPBOARD (source));

          way_canvas_tools_get (self->scene)->paste (self, text, parts);
        }
    }
}

static void
paste (GtkWidget  *widget,
       const char *name,
       GVariant   *target)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* In words that other programs read: those who can write files do it, for an audience. */
static void
copy_as (GtkWidget  *widget,
         const char *name,
         GVariant   *target)
{
  if (way_canvas_finish_typing (WAY_CANVAS (widget)))
    g_signal_emit_by_name (widget, "copy-as", g_variant_get_string (target, NULL));
}

/* What others have to do with the clipboard. */
static void
install_signals (void)
{
  /**
   * WayCanvas::copying:
   * @self: the canvas
   * @excerpt: (type WayExcerpt): what is copied, as it looks alone
   *
   * Returns: (nullable) (transfer full): more to put on the clipboard
   */
  g_signal_new ("copying", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins, NULL, NULL,
                GDK_TYPE_CONTENT_PROVIDER, 1, G_TYPE_POINTER);

  /**
   * WayCanvas::copy-as:
   * @self: the canvas
   * @format: which words: `text`, `csv`, `mermaid` or `dot`
   *
   * What is selected is to be put on the clipboard in words that the canvas does not know.
   */
  g_signal_new ("copy-as", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * WayCanvas::pasting:
   * @self: the canvas
   * @text: what is on the clipboard
   *
   * Returns: whether it was understood as more than lines and cells, and is pasted
   */
  g_signal_new ("pasting", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                G_TYPE_STRING);
}

void
way_canvas_install_clipboard (GtkWidgetClass *klass)
{
  install_signals ();
  gtk_widget_class_install_action (klass, "map.copy", NULL, copy);
  gtk_widget_class_install_action (klass, "map.cut", NULL, copy);
  gtk_widget_class_install_action (klass, "map.copy-as", "s", copy_as);
  gtk_widget_class_install_action (klass, "map.paste", NULL, paste);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "map.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_x, GDK_CONTROL_MASK, "map.cut", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "map.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "map.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_SHIFT_MASK, "map.paste", NULL);
}
