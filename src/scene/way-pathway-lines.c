/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines between lanes of different kinds, and their names, which stand where no link crosses. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"

#define CLEAR 8.0             /* beside the name of a line */

/* The line above a lane, where the kind of lane above it is another. */
static const char *
get_line_name (WayPathwayLaneKind above,
               WayPathwayLaneKind below,
               gboolean          *is_strong)
{
  *is_strong = above <= WAY_PATHWAY_FRONTSTAGE && below >= WAY_PATHWAY_BACKSTAGE;
  if (*is_strong)
    return C_("line between lanes", "line of visibility");
  if (above == WAY_PATHWAY_PERSON && below == WAY_PATHWAY_FRONTSTAGE)
    return C_("line between lanes", "line of interaction");
  if (above == WAY_PATHWAY_BACKSTAGE && below > WAY_PATHWAY_BACKSTAGE)
    return C_("line between lanes", "line of internal interaction");
  return NULL;
}

static WayTextBlock *
get_name (WayPathwayLayout     *layout,
          const WayPathwayLane *lane)
{
  return way_sheet_get_block (layout->sheet, WAY_TEXT_SOURCE, lane->line_name, -1);
}

typedef struct
{
  double left, right;
} Span;

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  double one = ((const Span *) a)->right, other = ((const Span *) b)->right;

  return one > other ? -1 : one < other;
}

static void
block_rect (GArray        *spans,
            const WayRect *rect,
            double         top,
            double         bottom)
{
  Span span = { rect->x - CLEAR, rect->x + rect->width + CLEAR };

  if (rect->y < bottom && rect->y + rect->height > top)
    g_array_append_val (spans, span);
}

/* Where links and what is written on them are between @top and @bottom, from the right. */
static GArray *
list_spans (WayPathwayLayout *layout,
            double            top,
            double            bottom)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < layout->edges->len; i++)
    {
      const WayPathwayEdge *edge = WAY_LAYOUT_EDGE (layout, i);

      block_rect (spans, &edge->label_rect, top, bottom);
      for (guint k = 1; k < edge->n_points; k++)
        {
          WayPoint a = edge->points[k - 1], b = edge->points[k];
          WayRect piece = { MIN (a.x, b.x), MIN (a.y, b.y) - 0.5, MAX (a.x, b.x) - MIN (a.x, b.x), MAX (a.y, b.y) - MIN (a.y, b.y) + 1 };

          block_rect (spans, &piece, top, bottom);
        }
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* The place furthest to the right where @width is free; the map grows where there is none. */
static double
find_place (WayPathwayLayout *layout,
            GArray           *spans,
            double            width)
{
  double right = WAY_MARGIN + layout->sheet->content_width - 16;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->right <= right - width)
        break;
      if (span->left < right)
        right = MIN (right, span->left);
    }
  if (right - width > layout->grid_left + CLEAR)
    return right - width;
  right = spans->len > 0 ? g_array_index (spans, Span, 0).right : layout->grid_left;
  layout->sheet->content_width = MAX (layout->sheet->content_width, right + width + 16 - WAY_MARGIN);
  return right;
}

/* Sets where lines and their names are; the map may grow to the right. */
void
way_pathway_fit_lines (WayPathwayLayout *layout)
{
  for (guint i = 1; i < layout->lanes->len; i++)
    {
      WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, i), *above = WAY_LAYOUT_LANE (layout, i - 1);
      g_autoptr (GArray) spans = NULL;
      WayTextBlock *name;

      lane->line_name = get_line_name (above->kind, lane->kind, &lane->line_is_strong);
      lane->line_y = (above->y + above->height + lane->y) / 2;
      if (lane->line_name == NULL)
        continue;
      name = get_name (layout, lane);
      spans = list_spans (layout, lane->line_y - name->height / 2, lane->line_y + name->height / 2);
      lane->name_x = find_place (layout, spans, name->width);
    }
}

static void
add_stroke (WayPathwayLayout     *layout,
            const WayPathwayLane *lane,
            double                from,
            double                to)
{
  WayPath *path;

  if (to - from < 2)
    return;
  path = way_path_new ();
  way_path_move (path, from, lane->line_y);
  way_path_line (path, to, lane->line_y);
  if (lane->line_is_strong)
    way_scene_add_path (layout->scene, path, WAY_INK_NONE, WAY_INK_TEXT, 2, WAY_DASH_LONG);
  else
    way_scene_add_path (layout->scene, path, WAY_INK_NONE, WAY_INK_SECONDARY, 1, WAY_DASH_SHORT);
}

/* The lines, which are behind everything; their names come between the lanes. */
void
way_pathway_add_lines (WayPathwayLayout *layout,
                       guint             group)
{
  for (guint i = 1; i < layout->lanes->len; i++)
    {
      const WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, i);

      if (lane->line_name == NULL)
        continue;
      way_scene_begin_item (layout->scene, WAY_ROLE_BACKDROP, group, WAY_KIND_NONE, NULL, -1);
      add_stroke (layout, lane, WAY_MARGIN, lane->name_x - 6);
      add_stroke (layout, lane, lane->name_x + get_name (layout, lane)->width + 6, WAY_MARGIN + layout->sheet->content_width);
      way_scene_end_item (layout->scene, NULL);
    }
}

void
way_pathway_add_line_name (WayPathwayLayout *layout,
                           guint             number,
                           guint             map_group)
{
  const WayPathwayLane *lane = WAY_LAYOUT_LANE (layout, number);
  WayScene *scene = layout->scene;
  WayTextBlock *name;
  guint group;

  if (lane->line_name == NULL)
    return;
  name = get_name (layout, lane);
  group = way_scene_begin_group (scene, WAY_GROUP_LINE, map_group, WAY_KIND_NONE, NULL, lane->line_name);
  way_scene_begin_item (scene, WAY_ROLE_LINE, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_text (scene, name, lane->name_x, lane->line_y - name->height / 2,
                      lane->line_is_strong ? WAY_INK_TEXT : WAY_INK_SECONDARY);
  way_scene_end_item (scene, NULL);
  way_scene_end_group (scene, group);
}
