/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of paper, and sheets that a large page is cut into. */
#include "exchange/way-page.h"

#include "base/way-i18n.h"

#include <math.h>

#define MILLIMETRE (72 / 25.4)

/* Of a page with a map on it, and of a sheet of a home printer. */
#define PAGE_MARGIN (10 * MILLIMETRE)
#define SHEET_MARGIN (8 * MILLIMETRE)
#define SHEET_OVERLAP (10 * MILLIMETRE)

#define SAME_SHAPE 5e-4
/* ISO 216, portrait, in millimetres. */
static const struct { double width, height; } papers[] = {
  [WAY_PAPER_A4] = { 210, 297 }, [WAY_PAPER_A3] = { 297, 420 }, [WAY_PAPER_A2] = { 420, 594 },
  [WAY_PAPER_A1] = { 594, 841 }, [WAY_PAPER_A0] = { 841, 1189 },
};

/**
 * way_page_new:
 * @map_width: of the map, points
 * @map_height: the same
 * @paper: a size
 * @orientation: how the paper is turned; by itself, as the map is
 *
 * Returns: a page with the map on it, as large as fits and in the middle
 */
WayPage
way_page_new (double          map_width,
              double          map_height,
              WayPaper        paper,
              WayOrientation  orientation)
{
  gboolean wide = orientation == WAY_ORIENTATION_LANDSCAPE || (orientation == WAY_ORIENTATION_AUTO && map_width > map_height);
  WayPage page;

  if (paper == WAY_PAPER_FIT)
    return (WayPage) { map_width, map_height, 1, { 0, 0 } };
  page.width = MILLIMETRE * (wide ? papers[paper].height : papers[paper].width);
  page.height = MILLIMETRE * (wide ? papers[paper].width : papers[paper].height);
  /* What has the shape of the paper has margins of its own. */
  if (fabs (map_width / map_height - page.width / page.height) < SAME_SHAPE)
    {
      page.scale = page.width / map_width;
      page.at = (WayPoint) { 0, 0 };
      return page;
    }
  page.scale = MIN ((page.width - 2 * PAGE_MARGIN) / map_width, (page.height - 2 * PAGE_MARGIN) / map_height);
  page.at = (WayPoint) { (page.width - map_width * page.scale) / 2, (page.height - map_height * page.scale) / 2 };
  return page;
}

static guint
count_sheets (double length,
              double sheet)
{
  return MAX (1, ceil ((length - SHEET_OVERLAP) / (sheet - SHEET_OVERLAP) - 1e-6));
}

static WaySheets
lay_sheets (const WayPage *page,
            double         width,
            double         height)
{
  double inner_width = width - 2 * SHEET_MARGIN, inner_height = height - 2 * SHEET_MARGIN;

  return (WaySheets) { width, height, SHEET_MARGIN, inner_width - SHEET_OVERLAP, inner_height - SHEET_OVERLAP,
                       count_sheets (page->width, inner_width), count_sheets (page->height, inner_height) };
}

/* The part of @self that as many sheets of @width by @height as it is large can print on, with the map on it. */
static WayPage
make_of_sheets (const WayPage *self,
                double         map_width,
                double         map_height,
                double         width,
                double         height)
{
  double columns = MAX (1, round (self->width / width)), rows = MAX (1, round (self->height / height));
  double inner_width = width - 2 * SHEET_MARGIN, inner_height = height - 2 * SHEET_MARGIN;
  WayPage page = { columns * (inner_width - SHEET_OVERLAP) + SHEET_OVERLAP, rows * (inner_height - SHEET_OVERLAP) + SHEET_OVERLAP };

  page.scale = MIN (page.width / map_width, page.height / map_height);
  page.at = (WayPoint) { (page.width - map_width * page.scale) / 2, (page.height - map_height * page.scale) / 2 };
  return page;
}

/* How far whole sheets of @width by @height are from covering @self exactly. */
static double
get_misfit (const WayPage *self,
            double         width,
            double         height)
{
  return fabs (MAX (1, round (self->width / width)) * width - self->width) +
         fabs (MAX (1, round (self->height / height)) * height - self->height);
}

/**
 * way_page_fit_sheets:
 * @self: a page of paper
 * @map_width: of the map, points
 * @map_height: the same
 * @sheet: the size of a sheet
 *
 * Makes a page of what can be printed on of its sheets: four of A4 for A2, with nothing lost to their margins but size.
 */
void
way_page_fit_sheets (WayPage  *self,
                     double    map_width,
                     double    map_height,
                     WayPaper  sheet)
{
  double width = MILLIMETRE * papers[sheet].width, height = MILLIMETRE * papers[sheet].height;

  if (get_misfit (self, width, height) <= get_misfit (self, height, width))
    *self = make_of_sheets (self, map_width, map_height, width, height);
  else
    *self = make_of_sheets (self, map_width, map_height, height, width);
}

/**
 * way_sheets_new:
 * @page: the page to cut
 * @paper: the size of a sheet
 *
 * Turns the sheets whichever way needs fewer of them.
 *
 * Returns: the sheets
 */
WaySheets
way_sheets_new (const WayPage *page,
                WayPaper       paper)
{
  double width = MILLIMETRE * papers[paper].width, height = MILLIMETRE * papers[paper].height;
  WaySheets upright = lay_sheets (page, width, height), turned = lay_sheets (page, height, width);

  return upright.columns * upright.rows <= turned.columns * turned.rows ? upright : turned;
}

/**
 * way_sheets_get_area:
 * @self: sheets
 * @column: from 0
 * @row: from 0
 *
 * Returns: the part of the page that is printed on a sheet; it stands within the sheet's margin
 */
WayRect
way_sheets_get_area (const WaySheets *self,
                     guint            column,
                     guint            row)
{
  return (WayRect) { column * self->step_x, row * self->step_y, self->width - 2 * self->margin, self->height - 2 * self->margin };
}

/**
 * way_sheets_dup_label:
 * @self: sheets
 * @column: from 0
 * @row: from 0
 *
 * Returns: (transfer full): what a sheet is called: rows have letters, columns numbers
 */
char *
way_sheets_dup_label (const WaySheets *self,
                      guint            column,
                      guint            row)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint n = row + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, 'A' + (n - 1) % 26);
  /* Translators: a sheet of a map that is printed in pieces: its row and column as in "B2", and how many sheets there are. */
  return g_strdup_printf (_("%s%u of %u"), letters->str, column + 1, self->columns * self->rows);
}
