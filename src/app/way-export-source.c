/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what would come out of an export, in a worker: the same scene, for the same audience, on the same page. */
#include "app/way-export-source.h"

#include "base/way-date.h"
#include "base/way-error.h"
#include "base/way-i18n.h"
#include "exchange/way-page.h"
#include "exchange/way-words.h"
#include "model/way-schema.h"
#include "paint/way-paint.h"
#include "scene/way-scene-pathway.h"

#include <math.h>

#define LONG_EDGE 1100        /* of the picture, pixels */
#define EDGE 2                /* around the page, pixels */
#define MILLIMETRE (72 / 25.4)
#define MAX_TEXT 20000        /* of what a text begins with, characters */

struct _WayExportSource
{
  gatomicrefcount references;
  GFile *file;
  WayWorkspace *reader;       /* nullable until it is needed */
  GPtrArray *maps, *personas; /* records; nullable until they are needed */
  WayFonts *fonts;            /* nullable until they are needed */
  WayScene *scene;            /* nullable: the last one that was drawn */
  WayExportChoices drawn;     /* what it was drawn for; a copy */
  gboolean counted[2];        /* of one map, of all maps */
  guint hidden[2][WAY_AUDIENCE_PUBLIC + 1];
};

WayExportSource *
way_export_source_new (GFile *file)
{
  WayExportSource *self = g_new0 (WayExportSource, 1);

  g_atomic_ref_count_init (&self->references);
  self->file = g_object_ref (file);
  return self;
}

WayExportSource *
way_export_source_ref (WayExportSource *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
way_export_source_unref (WayExportSource *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->scene);
  way_export_choices_clear (&self->drawn);
  g_clear_pointer (&self->fonts, way_fonts_unref);
  g_clear_pointer (&self->maps, g_ptr_array_unref);
  g_clear_pointer (&self->personas, g_ptr_array_unref);
  g_clear_object (&self->reader);
  g_object_unref (self->file);
  g_free (self);
}

void
way_export_sketch_free (WayExportSketch *self)
{
  g_clear_object (&self->picture);
  g_free (self->text);
  g_free (self->caption);
  g_free (self->title);
  g_free (self->left_out);
  g_free (self);
}

static gboolean
read_file (WayExportSource *self,
           GError         **error)
{
  if (self->reader == NULL && (self->reader = way_workspace_open_published (self->file, error)) == NULL)
    return FALSE;
  return (self->maps != NULL || (self->maps = way_records_list (WAY_RECORDS (self->reader), WAY_KIND_MAP, NULL, error)) != NULL) &&
         (self->personas != NULL || (self->personas = way_records_list (WAY_RECORDS (self->reader), WAY_KIND_PERSONA, NULL, error)) != NULL);
}

static WayLens *
look (WayExportSource *self,
      WayAudience      audience)
{
  g_autofree char *today = way_date_dup_today ();

  return way_lens_new (WAY_RECORDS (self->reader), audience, today);
}

static gboolean
count_hidden (WayExportSource *self,
              const char      *map_id,
              gboolean         all,
              GError         **error)
{
  if (self->counted[all])
    return TRUE;
  for (WayAudience audience = WAY_AUDIENCE_TEAM; audience <= WAY_AUDIENCE_PUBLIC; audience++)
    {
      g_autoptr (WayLens) lens = look (self, audience);

      self->hidden[all][audience] = 0;
      for (guint i = 0; i < self->maps->len; i++)
        {
          const char *id = way_record_get_id (self->maps->pdata[i]);
          guint count;

          if (!all && !g_str_equal (id, map_id))
            continue;
          if (!way_lens_count_hidden_quotes (lens, id, &count, error))
            return FALSE;
          self->hidden[all][audience] += count;
        }
    }
  self->counted[all] = TRUE;
  return TRUE;
}

/* Whether the scene that is kept shows just that. */
static gboolean
is_drawn (WayExportSource        *self,
          const char             *map_id,
          const WayExportChoices *choices)
{
  const char *const none[] = { NULL };
  const WayExportOptions *before = &self->drawn.options, *now = &choices->options;

  return self->scene != NULL && g_str_equal (way_scene_get_map_id (self->scene), map_id) && self->drawn.audience == choices->audience &&
         before->reading == now->reading && g_strcmp0 (self->drawn.curves, choices->curves) == 0 && g_strcmp0 (before->compare_with, now->compare_with) == 0 &&
         g_strv_equal (before->scenarios != NULL ? before->scenarios : none, now->scenarios != NULL ? now->scenarios : none);
}

/* Of several maps or audiences, the last is kept: most choices are about the page. */
static gboolean
lay_out (WayExportSource         *self,
         const char              *map_id,
         const WayExportChoices  *choices,
         GError                 **error)
{
  g_autofree char *places = NULL;
  WaySceneOptions options = {
    .reading = choices->options.reading, .scenarios = choices->options.scenarios, .compare_with = choices->options.compare_with,
    .personas = choices->curves,
  };
  g_autoptr (WayLens) lens = NULL;

  if (is_drawn (self, map_id, choices))
    return TRUE;
  g_clear_object (&self->scene);
  way_export_choices_clear (&self->drawn);
  self->drawn = way_export_choices_copy (choices);
  lens = look (self, choices->audience);
  options.places = places = way_lens_dup_places (lens, map_id);
  if (self->fonts == NULL)
    self->fonts = way_fonts_new (NULL);
  self->scene = way_scene_new (lens, map_id, &options, self->fonts, error);
  return self->scene != NULL;
}

static void
draw_sheets (cairo_t         *cr,
             const WaySheets *sheets)
{
  const double dashes[] = { 6, 4 };

  cairo_set_source_rgb (cr, 0.1, 0.37, 0.71);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint row = 0; row < sheets->rows; row++)
    for (guint column = 0; column < sheets->columns; column++)
      {
        WayRect area = way_sheets_get_area (sheets, column, row);
        double x = area.x, y = area.y, right = area.x + area.width, bottom = area.y + area.height;

        cairo_user_to_device (cr, &x, &y);
        cairo_user_to_device (cr, &right, &bottom);
        cairo_save (cr);
        cairo_identity_matrix (cr);
        cairo_rectangle (cr, floor (x) + 0.5, floor (y) + 0.5, floor (right - x) - 1, floor (bottom - y) - 1);
        cairo_stroke (cr);
        cairo_restore (cr);
      }
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw_page (WayScene        *scene,
           const WayPage   *page,
           const WaySheets *sheets)
{
  WayRect last = sheets != NULL ? way_sheets_get_area (sheets, sheets->columns - 1, sheets->rows - 1) : (WayRect) { 0 };
  double width = MAX (page->width, last.x + last.width), height = MAX (page->height, last.y + last.height);
  double scale = LONG_EDGE / MAX (width, height);
  const WayColour *ground = way_style_get_colour (WAY_STYLE_LIGHT, WAY_INK_CANVAS);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, lround (width * scale)) + 2 * EDGE,
                                                         MAX (1, lround (height * scale)) + 2 * EDGE);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *texture;

  cairo_set_source_rgba (cr, 0, 0, 0, 0.3);
  cairo_paint (cr);
  cairo_translate (cr, EDGE, EDGE);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, page->at.x, page->at.y);
  cairo_scale (cr, page->scale, page->scale);
  way_paint_scene (cr, scene, NULL, WAY_STYLE_LIGHT, WAY_PAINT_SCREEN | WAY_PAINT_NO_BACKGROUND);
  cairo_restore (cr);
  if (sheets != NULL)
    draw_sheets (cr, sheets);
  texture = cairo_status (cr) == CAIRO_STATUS_SUCCESS ? make_texture (surface) : NULL;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texture;
}

static char *
dup_caption (const WayPage   *page,
             const WaySheets *sheets,
             WayPaper         tile)
{
  static const char *const papers[] = { "", "A4", "A3", "A2", "A1", "A0" };
  guint n = sheets != NULL ? sheets->columns * sheets->rows : 0;
  /* Translators: how wide and high a page is, in millimetres. */
  g_autofree char *size = g_strdup_printf (_("%.0f × %.0f mm"), page->width / MILLIMETRE, page->height / MILLIMETRE);

  if (sheets == NULL)
    return g_steal_pointer (&size);
  /* Translators: the size of a page, and how many sheets of what paper it is printed on, as in "420 × 297 mm on 4 sheets of A4". */
  return g_strdup_printf (g_dngettext (NULL, "%s on %u sheet of %s", "%s on %u sheets of %s", n), size, n, papers[tile]);
}

static gboolean
draw_map (WayExportSource        *self,
          const WayExportChoices *choices,
          WayExportSketch        *sketch,
          GError                **error)
{
  const WayExportOptions *options = &choices->options;
  double width, height;
  WaySheets sheets;
  WayPage page;
  gboolean cut = choices->kind == WAY_EXPORT_PDF && options->tile != WAY_PAPER_FIT;

  way_scene_get_size (self->scene, &width, &height);
  page = way_page_new (width, height, options->paper, options->orientation);
  if (cut && options->paper != WAY_PAPER_FIT)
    way_page_fit_sheets (&page, width, height, options->tile);
  if (cut)
    sheets = way_sheets_new (&page, options->tile);
  sketch->picture = draw_page (self->scene, &page, cut ? &sheets : NULL);
  sketch->caption = dup_caption (&page, cut ? &sheets : NULL, options->tile);
  sketch->title = g_strdup (way_scene_get_title (self->scene));
  if (sketch->picture == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The preview could not be drawn."));
  return sketch->picture != NULL;
}

/* How it begins: nobody reads all of a large map here. */
static gboolean
write_words (WayExportSource         *self,
             WayRecord               *map,
             const WayExportChoices  *choices,
             WayExportSketch         *sketch,
             GError                 **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (WayLens) lens = look (self, choices->audience);
  const char *ids[] = { way_record_get_id (map), NULL };
  g_autofree char *all = NULL;
  guint lines = 0;

  if (!way_export_maps (lens, ids, (WayFormat) choices->kind, &choices->options, memory, NULL, NULL, NULL, error) ||
      !g_output_stream_write_all (memory, "", 1, NULL, NULL, error) || !g_output_stream_close (memory, NULL, error))
    return FALSE;
  all = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
  for (const char *c = all; *c != '\0'; c++)
    lines += *c == '\n';
  sketch->caption = g_strdup_printf (g_dngettext (NULL, "%u line", "%u lines", lines), lines);
  sketch->title = g_strdup (way_record_get_text (map, WAY_MAP_TITLE));
  sketch->left_out = way_words_dup_left_out (lens, ids[0], choices->options.reading, NULL);
  sketch->text = g_utf8_strlen (all, -1) > MAX_TEXT ? g_utf8_substring (all, 0, MAX_TEXT) : g_steal_pointer (&all);
  return TRUE;
}

/* Those of the maps that can come out so, or the personas. */
static GPtrArray *
list_maps (WayExportSource        *self,
           const char             *map_id,
           const WayExportChoices *choices)
{
  GPtrArray *all = choices->personas ? self->personas : self->maps, *maps = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (choices->all_maps ? way_export_choices_can_hold (choices, all->pdata[i])
                          : g_str_equal (way_record_get_id (all->pdata[i]), map_id))
      g_ptr_array_add (maps, all->pdata[i]);
  return maps;
}

/**
 * way_export_source_draw:
 * @self: a source that no other thread uses now
 * @map_id: the map that the choices are made for
 * @choices: what is chosen
 * @page: which of the maps to draw, from 0, where all of them come out
 * @error: a [error@WayError]
 *
 * Draws what would come out, small.
 *
 * Returns: (transfer full) (nullable): what it looks like
 */
WayExportSketch *
way_export_source_draw (WayExportSource        *self,
                        const char             *map_id,
                        const WayExportChoices *choices,
                        guint                   page,
                        GError                **error)
{
  g_autoptr (WayExportSketch) sketch = g_new0 (WayExportSketch, 1);
  g_autoptr (GPtrArray) maps = NULL;
  WayRecord *map;

  if (!read_file (self, error) || !count_hidden (self, map_id, choices->all_maps, error))
    return NULL;
  memcpy (sketch->hidden, self->hidden[choices->all_maps], sizeof sketch->hidden);
  if (choices->kind == WAY_EXPORT_JSON)
    return g_steal_pointer (&sketch);
  maps = list_maps (self, map_id, choices);
  if (maps->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _("There is no map that could be exported so."));
      return NULL;
    }
  sketch->pages = maps->len;
  sketch->page = MIN (page, maps->len - 1);
  map = maps->pdata[sketch->page];
  if (way_export_choices_are_words (choices))
    return write_words (self, map, choices, sketch, error) ? g_steal_pointer (&sketch) : NULL;
  if (!lay_out (self, way_record_get_id (map), choices, error) || !draw_map (self, choices, sketch, error))
    return NULL;
  return g_steal_pointer (&sketch);
}
