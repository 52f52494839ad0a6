/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The band of a scenario along the links that it follows and around the steps that it stops at, and leaps where it leaves the map. */
#include "scene/way-pathway-layout.h"

#include <math.h>

#define BAND 8.0
#define HALO 4.0              /* from a step to the middle of the band around it */
#define STEP_ASIDE 7.0        /* between the bands of several scenarios on one link */
#define CORNER 9.0
#define LEAP_REACH 56.0       /* of a leap to a step above or below, beside what is between them */

/* The crossing of the lines through two pieces that were moved aside, which are upright or level; where both are the same way, the
 * end of the first. */
static WayPoint
meet (WayPoint a,
      WayPoint b,
      WayPoint c,
      WayPoint d)
{
  if (a.x == b.x && c.x != d.x)
    return (WayPoint) { a.x, c.y };
  if (a.x != b.x && c.x == d.x)
    return (WayPoint) { c.x, a.y };
  return b;
}

/* The points of a link, moved to the left of its direction by @aside. */
static WayPoint *
move_aside (const WayPathwayEdge *edge,
            double                aside)
{
  guint n = edge->n_points;
  WayPoint *points = g_new (WayPoint, n);
  g_autofree WayPoint *starts = g_new (WayPoint, n), *ends = g_new (WayPoint, n);

  for (guint i = 0; i + 1 < n; i++)
    {
      WayPoint from = edge->points[i], to = edge->points[i + 1];
      double length = MAX (hypot (to.x - from.x, to.y - from.y), 1e-9);
      double dx = (to.y - from.y) / length * aside, dy = -(to.x - from.x) / length * aside;

      starts[i] = (WayPoint) { from.x + dx, from.y + dy };
      ends[i] = (WayPoint) { to.x + dx, to.y + dy };
    }
  points[0] = starts[0];
  for (guint i = 1; i + 1 < n; i++)
    points[i] = meet (starts[i - 1], ends[i - 1], starts[i], ends[i]);
  points[n - 1] = ends[n - 2];
  return points;
}

static void
append_path (WayPath *path,
             WayPath *other)
{
  guint n_steps;
  const WayPathStep *steps = way_path_get_steps (other, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].type == WAY_PATH_MOVE)
      way_path_move (path, steps[i].points[0].x, steps[i].points[0].y);
    else if (steps[i].type == WAY_PATH_LINE)
      way_path_line (path, steps[i].points[0].x, steps[i].points[0].y);
    else if (steps[i].type == WAY_PATH_CURVE)
      way_path_curve (path, steps[i].points[0], steps[i].points[1], steps[i].points[2]);
    else
      way_path_close (path);
}

/* A rounded outline around a step. */
static void
append_halo (WayPath              *path,
             const WayPathwayNode *node,
             double                grow)
{
  WayRect r = way_rect_grow (&node->rect, grow);
  double radius = way_pathway_get_corner (node) + grow;
  double k = radius * (1 - 0.5523), right = r.x + r.width, bottom = r.y + r.height;

  radius = MIN (radius, MIN (r.width, r.height) / 2);
  k = radius * (1 - 0.5523);
  way_path_move (path, r.x + radius, r.y);
  way_path_line (path, right - radius, r.y);
  way_path_curve (path, (WayPoint) { right - k, r.y }, (WayPoint) { right, r.y + k }, (WayPoint) { right, r.y + radius });
  way_path_line (path, right, bottom - radius);
  way_path_curve (path, (WayPoint) { right, bottom - k }, (WayPoint) { right - k, bottom }, (WayPoint) { right - radius, bottom });
  way_path_line (path, r.x + radius, bottom);
  way_path_curve (path, (WayPoint) { r.x + k, bottom }, (WayPoint) { r.x, bottom - k }, (WayPoint) { r.x, bottom - radius });
  way_path_line (path, r.x, r.y + radius);
  way_path_curve (path, (WayPoint) { r.x, r.y + k }, (WayPoint) { r.x + k, r.y }, (WayPoint) { r.x + radius, r.y });
  way_path_close (path);
}

/* Whether one step stands above the other. */
static gboolean
are_stacked (const WayPathwayNode *one,
             const WayPathwayNode *other)
{
  return one->rect.x < other->rect.x + other->rect.width && other->rect.x < one->rect.x + one->rect.width;
}

/* From step to step where there is no link: around what is between them in the same column, over it in the same lane, straight on to
 * another one. */
static void
append_leap (WayPathwayLayout     *layout,
             WayPath              *path,
             const WayPathwayNode *from,
             const WayPathwayNode *to)
{
  double from_x = from->rect.x + from->rect.width / 2, to_x = to->rect.x + to->rect.width / 2;
  double from_y = from->rect.y, to_y = to->rect.y, high, low;

  if (are_stacked (from, to))
    {
      double from_edge = from->rect.x + from->rect.width, to_edge = to->rect.x + to->rect.width;
      double out = MAX (from_edge, to_edge) + LEAP_REACH;

      from_y += from->rect.height / 2;
      to_y += to->rect.height / 2;
      way_path_move (path, from_edge, from_y);
      way_path_curve (path, (WayPoint) { out, from_y }, (WayPoint) { out, to_y }, (WayPoint) { to_edge, to_y });
      return;
    }
  if (from->lane == to->lane)
    {
      high = MAX (MIN (from_y, to_y) - 44, WAY_LAYOUT_LANE (layout, from->lane)->y - 6);
      way_path_move (path, from_x, from_y);
      way_path_curve (path, (WayPoint) { from_x + (to_x - from_x) * 0.15, high }, (WayPoint) { to_x - (to_x - from_x) * 0.15, high },
                      (WayPoint) { to_x, to_y });
      return;
    }
  if (from->lane < to->lane)
    from_y += from->rect.height;
  else
    to_y += to->rect.height;
  low = (from_y + to_y) / 2;
  way_path_move (path, from_x, from_y);
  way_path_curve (path, (WayPoint) { from_x, low }, (WayPoint) { to_x, low }, (WayPoint) { to_x, to_y });
}

static void
append_move (WayPathwayLayout     *layout,
             const WayPathwayWalk *walk,
             const WayPathwayStop *from,
             const WayPathwayStop *to,
             WayPath              *band,
             WayPath              *leaps)
{
  const WayMove *move = &g_array_index (walk->counts->moves, WayMove, from->number - 1);
  const WayPathwayEdge *edge = move->link != NULL ? way_pathway_find_edge (layout, move->link) : NULL;
  double aside = (walk->number - (layout->walks->len - 1) / 2.0) * STEP_ASIDE;

  if (edge != NULL && edge->n_points >= 2)
    {
      g_autofree WayPoint *points = move_aside (edge, aside);
      g_autoptr (WayPath) line = way_pathway_round (points, edge->n_points, CORNER);

      append_path (band, line);
    }
  else if (from->node != to->node)
    append_leap (layout, leaps, WAY_LAYOUT_NODE (layout, from->node), WAY_LAYOUT_NODE (layout, to->node));
}

/* Takes @path; nothing is drawn of an empty one. */
static void
take_band (WayPathwayLayout *layout,
           WayPath          *path,
           WayInk            ink,
           double            line_width,
           WayDash           dash,
           double            opacity)
{
  guint n_steps;

  way_path_get_steps (path, &n_steps);
  if (n_steps == 0)
    {
      way_path_unref (path);
      return;
    }
  way_scene_add_path (layout->scene, path, WAY_INK_NONE, ink, line_width, dash);
  way_scene_fade (layout->scene, opacity);
}

static void
add_route (WayPathwayLayout     *layout,
           const WayPathwayWalk *walk,
           guint                 group)
{
  WayPath *band = way_path_new (), *leaps = way_path_new ();
  const WayPathwayStop *before = NULL;

  way_scene_begin_item (layout->scene, WAY_ROLE_ROUTE, group, WAY_KIND_SCENARIO, way_record_get_id (walk->scenario->record), -1);
  for (guint i = 0; i < layout->stops->len; i++)
    {
      const WayPathwayStop *stop = WAY_LAYOUT_STOP (layout, i);

      if (stop->walk != walk->number)
        continue;
      append_halo (band, WAY_LAYOUT_NODE (layout, stop->node), HALO + walk->number * STEP_ASIDE);
      /* Where a reading hides a stop between them, the route is not seen to go from one to the other. */
      if (before != NULL && before->number + 1 == stop->number && walk->counts != NULL)
        append_move (layout, walk, before, stop, band, leaps);
      before = stop;
    }
  take_band (layout, band, WAY_INK_STRONG (walk->tone), BAND, walk->planned ? WAY_DASH_DOT : WAY_DASH_NONE, walk->planned ? 0.55 : 0.3);
  take_band (layout, leaps, WAY_INK_STRONG (walk->tone), 2.25, WAY_DASH_SHORT, 0.9);
  way_scene_end_item (layout->scene, NULL);
}

/* The bands of all scenarios, which are behind steps and links. */
void
way_pathway_add_routes (WayPathwayLayout *layout,
                        guint             group)
{
  for (guint i = 0; i < layout->walks->len; i++)
    add_route (layout, WAY_LAYOUT_WALK (layout, i), group);
}

/* A piece of the band of a scenario in @rect, for those who look for it on the map. */
void
way_pathway_add_sample (WayPathwayLayout     *layout,
                        const WayPathwayWalk *walk,
                        WayRect               rect)
{
  WayPath *band = way_path_new ();

  way_path_move (band, rect.x, rect.y + rect.height / 2);
  way_path_line (band, rect.x + rect.width, rect.y + rect.height / 2);
  take_band (layout, band, WAY_INK_STRONG (walk->tone), BAND, walk->planned ? WAY_DASH_DOT : WAY_DASH_NONE, walk->planned ? 0.55 : 0.3);
}

void
way_pathway_add_leap_sample (WayPathwayLayout *layout,
                             WayRect           rect)
{
  WayPath *leap = way_path_new ();
  double middle = rect.y + rect.height / 2;

  way_path_move (leap, rect.x, middle + 3);
  way_path_curve (leap, (WayPoint) { rect.x + rect.width * 0.3, middle - 6 }, (WayPoint) { rect.x + rect.width * 0.7, middle - 6 },
                  (WayPoint) { rect.x + rect.width, middle + 3 });
  take_band (layout, leap, WAY_INK_SECONDARY, 2.25, WAY_DASH_SHORT, 0.9);
}
