/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes maps as PDF: a page a map, or sheets to be glued together; with bookmarks, and with who and what it is. */
#include "exchange/way-pdf.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "exchange/way-pdf-finish.h"
#include "paint/way-paint.h"

#include <string.h>

/* The longest edge of a page (ISO 32000-1, annex C.2); beyond it a unit of the page is more than a point. */
#define MAX_EDGE 14400.0
/* Crop marks stand this far from the corner that they mark, and are as long again. */
#define CROP_GAP 4.0
#define CROP_LENGTH 12.0

typedef struct
{
  const WayExportOptions *options;
  WaySink *sink;
  cairo_surface_t *surface;
  cairo_t *cr;
  WayPdfTags tags;
  GArray *units;              /* double, a page each */
} WayPdf;

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Begins a page of @width by @height points; the matrix is in points whatever its unit is. */
static void
begin_page (WayPdf *self,
            double  width,
            double  height)
{
  double unit = MAX (1, MAX (width, height) / MAX_EDGE);

  g_array_append_val (self->units, unit);
  cairo_pdf_surface_set_size (self->surface, width / unit, height / unit);
  cairo_identity_matrix (self->cr);
  cairo_scale (self->cr, 1 / unit, 1 / unit);
}

/* The ground comes before anything else, tags too: cairo forgets what is painted over whole, and it sorts thousands of cards much
 * faster above something that covers the page. */
static void
paint_ground (WayPdf *self)
{
  const WayColour *ground = way_style_get_colour (self->options->style, WAY_INK_CANVAS);

  cairo_set_source_rgb (self->cr, ground->red, ground->green, ground->blue);
  cairo_paint (self->cr);
}

static void
open_document (WayPdf *self)
{
  if (self->tags.open->len == 0)
    way_pdf_tags_begin (&self->tags, "Document");
}

static void
append_coordinate (GString *attributes,
                   double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (attributes, ' ');
  g_string_append (attributes, g_ascii_formatd (digits, sizeof digits, "%.2f", number));
}

/* Adds a bookmark to a place on the page that is being drawn, in points of that page. */
static int
add_bookmark (WayPdf     *self,
              int         parent,
              const char *name,
              guint       page,
              WayPoint    at)
{
  g_autoptr (GString) attributes = g_string_new (NULL);
  g_autofree char *line = way_text_dup_excerpt (name, 200);
  double unit = page <= self->units->len ? g_array_index (self->units, double, page - 1) : 1;

  g_string_printf (attributes, "page=%u pos=[", page);
  append_coordinate (attributes, MAX (at.x / unit, 0));
  append_coordinate (attributes, MAX (at.y / unit, 0));
  g_string_append_c (attributes, ']');
  return cairo_pdf_surface_add_outline (self->surface, parent, *line != '\0' ? line : "–", attributes->str,
                                        parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

/* Where a place on the map is to be found: on which page, and where there. */
typedef struct
{
  const WayPage *page;
  const WaySheets *sheets;    /* nullable */
  guint first_page;
} WayPdfPlaces;

static void
add_place (WayPdf             *self,
           const WayPdfPlaces *places,
           int                *map,
           const char         *name,
           WayPoint            at)
{
  WayPoint there = { places->page->at.x + at.x * places->page->scale, places->page->at.y + at.y * places->page->scale };
  guint page = places->first_page, added;

  if (places->sheets != NULL)
    {
      guint column = MIN (there.x / places->sheets->step_x, places->sheets->columns - 1);
      guint row = MIN (there.y / places->sheets->step_y, places->sheets->rows - 1);
      WayRect area = way_sheets_get_area (places->sheets, column, row);

      page += row * places->sheets->columns + column;
      there = (WayPoint) { there.x - area.x + places->sheets->margin, there.y - area.y + places->sheets->margin };
    }
  added = add_bookmark (self, *map, name, page, there);
  if (*map == CAIRO_PDF_OUTLINE_ROOT)
    *map = added;
}

static void
add_bookmarks (WayPdf             *self,
               WayScene           *scene,
               const WayPdfPlaces *places)
{
  int map = CAIRO_PDF_OUTLINE_ROOT;
  gboolean has_stages = g_str_equal (way_scene_get_kind (scene), "journey");

  add_place (self, places, &map, way_scene_get_title (scene), (WayPoint) { 0, 0 });
  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      g_autofree char *text = NULL;

      if (item->role != WAY_ROLE_STAGE && (has_stages || (item->role != WAY_ROLE_LANE && (item->role != WAY_ROLE_SCENARIO || item->id == NULL))))
        continue;
      text = way_scene_dup_item_text (scene, item);
      add_place (self, places, &map, text, (WayPoint) { item->bounds.x, item->bounds.y });
    }
}

static void
draw_page (WayPdf        *self,
           WayScene      *scene,
           const WayPage *page)
{
  WayPdfPlaces places = { page, NULL, self->units->len + 1 };

  begin_page (self, page->width, page->height);
  add_bookmarks (self, scene, &places);
  paint_ground (self);
  cairo_translate (self->cr, page->at.x, page->at.y);
  cairo_scale (self->cr, page->scale, page->scale);
  way_pdf_draw_decoration (self->cr, scene, self->options->style);
  open_document (self);
  way_pdf_draw_map (&self->tags, scene, self->options->style, self->sink);
}

/* Two short lines at each corner of the area that is printed. */
static void
draw_crop_marks (cairo_t       *cr,
                 const WayRect *area)
{
  const double x[] = { area->x, area->x + area->width }, y[] = { area->y, area->y + area->height };

  for (guint i = 0; i < 4; i++)
    {
      double left = i % 2 == 0 ? -1 : 1, up = i < 2 ? -1 : 1;

      cairo_move_to (cr, x[i % 2] + left * CROP_GAP, y[i / 2]);
      cairo_rel_line_to (cr, left * CROP_LENGTH, 0);
      cairo_move_to (cr, x[i % 2], y[i / 2] + up * CROP_GAP);
      cairo_rel_line_to (cr, 0, up * CROP_LENGTH);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

static void
draw_sheet_label (WayPdf          *self,
                  WayScene        *scene,
                  const WaySheets *sheets,
                  guint            column,
                  guint            row)
{
  g_autofree char *place = way_sheets_dup_label (sheets, column, row);
  g_autofree char *title = way_text_dup_excerpt (way_scene_get_title (scene), 60);
  g_autofree char *text = g_strdup_printf ("%s · %s", title, place);
  g_autoptr (WayTextBlock) block = way_text_block_new (way_scene_get_fonts (scene), WAY_TEXT_SMALL, text, -1, PANGO_ALIGN_LEFT, NULL);
  WayMark mark = { .type = WAY_MARK_TEXT, .fill = WAY_INK_SECONDARY, .opacity = 1, .text = { block, { 0 } } };

  mark.text.at = (WayPoint) { sheets->width / 2 - block->width / 2, sheets->height - sheets->margin / 2 - block->height / 2 };
  way_pdf_tags_begin (&self->tags, "P");
  way_paint_mark (self->cr, &mark, WAY_STYLE_PRINT);
  way_pdf_tags_end (&self->tags);
}

static void
draw_sheet (WayPdf          *self,
            WayScene        *scene,
            const WayPage   *page,
            const WaySheets *sheets,
            guint            column,
            guint            row)
{
  WayRect area = way_sheets_get_area (sheets, column, row);
  WayRect frame = { sheets->margin, sheets->margin, area.width, area.height };
  WayRect part = { (area.x - page->at.x) / page->scale, (area.y - page->at.y) / page->scale, area.width / page->scale,
                   area.height / page->scale };

  begin_page (self, sheets->width, sheets->height);
  cairo_save (self->cr);
  cairo_rectangle (self->cr, frame.x, frame.y, MIN (frame.width, page->width - area.x), MIN (frame.height, page->height - area.y));
  cairo_clip (self->cr);
  paint_ground (self);
  cairo_translate (self->cr, frame.x - area.x + page->at.x, frame.y - area.y + page->at.y);
  cairo_scale (self->cr, page->scale, page->scale);
  way_pdf_draw_decoration (self->cr, scene, self->options->style);
  open_document (self);
  way_pdf_tags_begin (&self->tags, "Sect");
  way_pdf_draw_part (&self->tags, scene, &part, self->options->style);
  cairo_restore (self->cr);
  draw_crop_marks (self->cr, &frame);
  draw_sheet_label (self, scene, sheets, column, row);
  way_pdf_tags_end (&self->tags);
}

static gboolean
draw_sheets (WayPdf        *self,
             WayScene      *scene,
             const WayPage *page,
             gboolean       last)
{
  WaySheets sheets = way_sheets_new (page, self->options->tile);
  guint n_sheets = sheets.columns * sheets.rows;
  WayPdfPlaces places = { page, &sheets, self->units->len + 1 };

  for (guint i = 0; i < n_sheets; i++)
    {
      if (!way_sink_step (self->sink, (double) i / n_sheets))
        return FALSE;
      draw_sheet (self, scene, page, &sheets, i % sheets.columns, i / sheets.columns);
      if (i == 0)
        add_bookmarks (self, scene, &places);
      if (last && i == n_sheets - 1)
        way_pdf_tags_end (&self->tags);
      cairo_show_page (self->cr);
    }
  return TRUE;
}

static gboolean
draw_map (WayPdf    *self,
          WayScene  *scene,
          gboolean   last)
{
  double width, height;
  WayPage page;

  way_scene_get_size (scene, &width, &height);
  page = way_page_new (width, height, self->options->paper, self->options->orientation);
  if (self->options->tile != WAY_PAPER_FIT)
    {
      if (self->options->paper != WAY_PAPER_FIT)
        way_page_fit_sheets (&page, width, height, self->options->tile);
      return draw_sheets (self, scene, &page, last);
    }
  draw_page (self, scene, &page);
  if (last)
    way_pdf_tags_end (&self->tags);
  if (!way_sink_step (self->sink, 0.5))
    return FALSE;
  cairo_show_page (self->cr);
  return TRUE;
}

/* The day on which the file was made: the lens's, or what reproducible builds ask for. */
static char *
dup_date (WayLens *lens)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = NULL;

  if (epoch != NULL)
    date = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup (way_lens_get_today (lens));
}

/* Who made it is known as far as the workspace says what it is; several maps are called after it too. */
static gboolean
set_metadata (WayPdf    *self,
              WayLens   *lens,
              WayScene  *scene,
              gboolean   several,
              GError   **error)
{
  g_autoptr (GPtrArray) workspaces = way_lens_list (lens, WAY_KIND_WORKSPACE, NULL, error);
  g_autofree char *date = dup_date (lens);
  const char *workspace = NULL;

  if (workspaces == NULL)
    return FALSE;
  if (workspaces->len > 0)
    workspace = way_record_get_text (g_ptr_array_index (workspaces, 0), WAY_WORKSPACE_TITLE);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE,
                                  several && workspace != NULL ? workspace : way_scene_get_title (scene));
  if (workspace != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, workspace);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Waymark " WAY_VERSION);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  return TRUE;
}

/* Draws every map; the first one says what language the file is in. */
static gboolean
draw_maps (WayPdf             *self,
           WayLens            *lens,
           const char *const  *map_ids,
           WayPdfFinish       *finish,
           char              **language,
           GError            **error)
{
  guint n_maps = g_strv_length ((GStrv) map_ids);
  g_autoptr (WayFonts) fonts = way_fonts_new (NULL);

  for (guint i = 0; i < n_maps; i++)
    {
      g_autofree char *places = way_lens_dup_places (lens, map_ids[i]);
      const WaySceneOptions options = {
        .page = i + 1, .pages = n_maps > 1 ? n_maps : 0, .scenarios = self->options->scenarios, .reading = self->options->reading,
        .compare_with = self->options->compare_with, .personas = self->options->personas, .places = places,
      };
      g_autoptr (WayScene) scene = NULL;

      self->sink->from = 0.9 * i / n_maps;
      self->sink->to = 0.9 * (i + 1) / n_maps;
      if (!way_sink_step (self->sink, 0))
        return FALSE;
      scene = way_scene_new (lens, map_ids[i], &options, fonts, error);
      if (scene == NULL || (i == 0 && !set_metadata (self, lens, scene, n_maps > 1, error)))
        return FALSE;
      if (i == 0)
        {
          *language = g_strdup (way_scene_get_language (scene));
          finish->right_to_left = way_scene_is_right_to_left (scene);
        }
      if (!draw_map (self, scene, i == n_maps - 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
close_surface (WayPdf    *self,
               gboolean   drawn,
               GError   **error)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (drawn && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, WAY_ERROR, WAY_ERROR_FAILED, _("The PDF could not be made: %s."), cairo_status_to_string (status));
  return drawn && status == CAIRO_STATUS_SUCCESS;
}

/**
 * way_pdf_write:
 * @lens: who looks at what
 * @map_ids: the maps, at least one
 * @options: how
 * @sink: where
 * @error: what went wrong
 *
 * Returns: whether all of it was written
 */
gboolean
way_pdf_write (WayLens                 *lens,
               const char *const       *map_ids,
               const WayExportOptions  *options,
               WaySink                 *sink,
               GError                 **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *language = NULL;
  WayPdf self = { .options = options, .sink = sink, .units = units };
  WayPdfFinish finish = { .units = units };
  GError *problem = NULL;
  gboolean done;

  self.surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595, 842);
  self.cr = cairo_create (self.surface);
  way_pdf_tags_init (&self.tags, self.cr);
  done = draw_maps (&self, lens, map_ids, &finish, &language, &problem);
  done = close_surface (&self, done, &problem);
  finish.language = language;
  finish.notes = self.tags.notes;
  sink->from = 0.9;
  sink->to = 1;
  if (done && way_sink_step (sink, 0))
    done = way_pdf_finish (bytes, &finish, sink, &problem);
  else
    done = FALSE;
  way_pdf_tags_clear (&self.tags);
  if (!done && problem == NULL)
    way_sink_finish (sink, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return done;
}
