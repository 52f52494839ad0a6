/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links of a pathway map: lines with rounded corners and arrows, what is written on them, and the pills of waits. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"

#include <math.h>
#include <string.h>

#define CORNER 7.0
#define ARROW 5.5
#define LABEL_WIDTH 116.0
#define LABEL_INSET 6.0
#define PILL_HEIGHT 20.0
#define GLASS_WIDTH 7.0
#define QUOTE_WIDTH 168.0
#define GAP 3.0
#define DISC 20.0

/* A line through @points, with corners of @radius where there is room for them. */
WayPath *
way_pathway_round (const WayPoint *points,
                   guint           n_points,
                   double          radius)
{
  WayPath *path = way_path_new ();

  way_path_move (path, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < n_points; i++)
    {
      WayPoint before = points[i - 1], at = points[i], after = points[i + 1];
      double in = hypot (at.x - before.x, at.y - before.y), out = hypot (after.x - at.x, after.y - at.y);
      double r = MIN (radius, MIN (in, out) / 2);
      WayPoint from, to;

      if (in == 0 || out == 0)
        continue;
      from = (WayPoint) { at.x + (before.x - at.x) * r / in, at.y + (before.y - at.y) * r / in };
      to = (WayPoint) { at.x + (after.x - at.x) * r / out, at.y + (after.y - at.y) * r / out };
      way_path_line (path, from.x, from.y);
      way_path_curve (path, (WayPoint) { (from.x + 2 * at.x) / 3, (from.y + 2 * at.y) / 3 },
                      (WayPoint) { (to.x + 2 * at.x) / 3, (to.y + 2 * at.y) / 3 }, to);
    }
  way_path_line (path, points[n_points - 1].x, points[n_points - 1].y);
  return path;
}

/* One line where the text is short enough for that. */
static WayTextBlock *
get_hugging_block (WayPathwayLayout *layout,
                   const char       *text,
                   double            width)
{
  WayTextBlock *block = strlen (text) < width ? way_sheet_get_block (layout->sheet, WAY_TEXT_UNDER, text, -1) : NULL;

  return block != NULL && block->width <= width ? block : way_sheet_get_block (layout->sheet, WAY_TEXT_UNDER, text, width);
}

static double
get_pill_width (const WayPathwayEdge *edge)
{
  return 8 + GLASS_WIDTH + 5 + edge->wait->width + 9;
}

/* What is written on a link, and that it is new, or gone where nothing else says so. Nullable. */
static char *
dup_words (WayPathwayLayout     *layout,
           const WayPathwayEdge *edge)
{
  const char *label = way_record_get_text (edge->record, WAY_LINK_LABEL);
  GPtrArray *changes = way_pathway_get_changes (layout->pathway, way_record_get_id (edge->record));
  gboolean at_ghost = WAY_LAYOUT_NODE (layout, edge->from)->is_gone || WAY_LAYOUT_NODE (layout, edge->to)->is_gone;
  const char *word = edge->is_gone && !at_ghost ? C_("change of a link", "Removed") : NULL;

  if (!edge->is_gone && changes != NULL)
    word = ((const WayPathwayChange *) g_ptr_array_index (changes, 0))->text;
  if (word == NULL || way_text_is_blank (label))
    return g_strdup (word != NULL ? word : label);
  return g_strdup_printf ("%s\n%s", label, word);
}

/* Sets what is written on a link, and how much room that takes. */
void
way_pathway_measure_link (WayPathwayLayout *layout,
                          WayPathwayEdge   *edge)
{
  g_autofree char *label = dup_words (layout, edge);
  g_autofree char *wait = edge->is_gone ? NULL : way_pathway_dup_wait (layout->pathway, edge->record);
  GPtrArray *flags = edge->is_gone ? NULL : way_sheet_get_on (layout->sheet->flags_on, way_record_get_id (edge->record));
  double width = 0, height = 0;

  if (!way_text_is_blank (label))
    {
      edge->label = get_hugging_block (layout, label, LABEL_WIDTH);
      width = edge->label->area + 2 * LABEL_INSET;
      height = edge->label->height + 4;
    }
  if (wait != NULL)
    {
      edge->wait = way_sheet_get_block (layout->sheet, WAY_TEXT_CHIP, wait, -1);
      width = MAX (width, get_pill_width (edge));
      height += (height > 0 ? GAP : 0) + PILL_HEIGHT;
    }
  if (edge->quotes != NULL)
    {
      width = MAX (width, QUOTE_WIDTH);
      height += (height > 0 ? GAP : 0) + 10 +
                way_sheet_add_quotes (layout->sheet, edge->quotes, 0, 0, QUOTE_WIDTH - 2 * LABEL_INSET - 4, -1, -1);
    }
  edge->n_flags = flags != NULL ? flags->len : 0;
  /* Discs stand beside what is written, so that they cover none of it. */
  if (edge->n_flags > 0)
    {
      width += edge->n_flags * (DISC + 2);
      height = MAX (height, DISC);
    }
  edge->label_width = ceil (width);
  edge->label_height = ceil (height);
}

static void
add_arrow (WayScene *scene,
           WayPoint  from,
           WayPoint  tip,
           WayInk    ink,
           double    line_width)
{
  double length = hypot (tip.x - from.x, tip.y - from.y);
  double dx = length > 0 ? (tip.x - from.x) / length : 1, dy = length > 0 ? (tip.y - from.y) / length : 0;
  WayPath *arrow = way_path_new ();

  way_path_move (arrow, tip.x - ARROW * dx - ARROW * 0.72 * dy, tip.y - ARROW * dy + ARROW * 0.72 * dx);
  way_path_line (arrow, tip.x, tip.y);
  way_path_line (arrow, tip.x - ARROW * dx + ARROW * 0.72 * dy, tip.y - ARROW * dy - ARROW * 0.72 * dx);
  way_scene_add_path (scene, arrow, WAY_INK_NONE, ink, line_width, WAY_DASH_NONE);
}

static const struct
{
  WayDash dash;
  WayTone tone;
  double line_width;
} ties[] = {
  [WAY_TIE_FLOW] = { WAY_DASH_NONE, WAY_TONE_PEOPLE, 1.4 },
  [WAY_TIE_INFORMATION] = { WAY_DASH_LONG, WAY_TONE_PEOPLE, 1.4 },
  [WAY_TIE_ENABLES] = { WAY_DASH_DOT, WAY_TONE_COMMISSIONING, 1.75 },
};

static void
add_line (WayPathwayLayout *layout,
          WayPathwayTie     tie,
          const WayPoint   *points,
          guint             n)
{
  WayInk ink = WAY_INK_STRONG (ties[tie].tone);

  way_scene_add_path (layout->scene, way_pathway_round (points, n, CORNER), WAY_INK_NONE, ink, ties[tie].line_width, ties[tie].dash);
  add_arrow (layout->scene, points[n - 2], points[n - 1], ink, 1.4);
}

/* A short link in @rect, for those who look for what it means. */
void
way_pathway_add_link_sample (WayPathwayLayout *layout,
                             WayPathwayTie     tie,
                             WayRect           rect)
{
  const WayPoint points[] = { { rect.x, rect.y + rect.height / 2 }, { rect.x + rect.width, rect.y + rect.height / 2 } };

  add_line (layout, tie, points, G_N_ELEMENTS (points));
}

/* "Flow to First conversation, wait 3 weeks": a link as it is said. */
static char *
dup_sentence (WayPathwayLayout     *layout,
              const WayPathwayEdge *edge)
{
  const char *title = way_pathway_get_title (WAY_LAYOUT_NODE (layout, edge->to));
  const char *to = way_text_is_blank (title) ? C_("link", "a step without a name") : title;
  g_autofree char *line = NULL;

  if (edge->tie == WAY_TIE_INFORMATION && !edge->is_gone)
    line = g_strdup_printf (C_("link", "information to %s"), to);
  else if (edge->tie == WAY_TIE_ENABLES)
    line = g_strdup_printf (C_("link", "makes %s possible"), to);
  else
    line = g_strdup_printf (C_("link", "flow to %s"), to);
  if (edge->label != NULL)
    {
      g_autofree char *before = g_steal_pointer (&line);

      /* Translators: a link, and what is written on it: "flow to Community options, “yes”" */
      line = g_strdup_printf (C_("link", "%s, “%s”"), before, way_text_block_get_text (edge->label));
    }
  if (edge->wait != NULL)
    {
      g_autofree char *before = g_steal_pointer (&line);

      /* Translators: a link, and how long one waits: "flow to First conversation, wait 3 weeks" */
      line = g_strdup_printf (C_("link", "%s, wait %s"), before, way_text_block_get_text (edge->wait));
    }
  return g_steal_pointer (&line);
}

/* An hourglass, drawn because few fonts have one. */
static void
add_hourglass (WayScene *scene,
               double    x,
               double    middle,
               WayInk    ink)
{
  const double half = 4.5;
  WayPath *glass = way_path_new (), *sand = way_path_new ();

  way_path_move (glass, x, middle - half);
  way_path_line (glass, x + GLASS_WIDTH, middle - half);
  way_path_line (glass, x, middle + half);
  way_path_line (glass, x + GLASS_WIDTH, middle + half);
  way_path_close (glass);
  way_scene_add_path (scene, glass, WAY_INK_NONE, ink, 1.1, WAY_DASH_NONE);
  way_path_move (sand, x + GLASS_WIDTH / 2, middle + 0.5);
  way_path_line (sand, x + 0.8, middle + half);
  way_path_line (sand, x + GLASS_WIDTH - 0.8, middle + half);
  way_path_close (sand);
  way_scene_add_path (scene, sand, ink, WAY_INK_NONE, 0, WAY_DASH_NONE);
}

static double
add_pill (WayPathwayLayout     *layout,
          const WayPathwayEdge *edge,
          double                middle,
          double                y,
          guint                 group,
          int                   owner)
{
  WayScene *scene = layout->scene;
  WayInk ink = WAY_INK_STRONG (WAY_TONE_EVIDENCE);
  double width = get_pill_width (edge), x = middle - width / 2;

  way_scene_begin_item (scene, WAY_ROLE_WAIT, group, WAY_KIND_LINK, way_record_get_id (edge->record), owner);
  way_scene_add_box (scene, (WayRect) { x, y, width, PILL_HEIGHT }, PILL_HEIGHT / 2, WAY_INK_TINT (WAY_TONE_EVIDENCE), ink, 1);
  add_hourglass (scene, x + 8, y + PILL_HEIGHT / 2, ink);
  way_scene_add_text (scene, edge->wait, x + 8 + GLASS_WIDTH + 5, y + (PILL_HEIGHT - edge->wait->height) / 2, ink);
  way_scene_end_item (scene, NULL);
  return PILL_HEIGHT + GAP;
}

static double
add_words (WayPathwayLayout     *layout,
           const WayPathwayEdge *edge,
           double                middle,
           double                y,
           guint                 group,
           int                   owner)
{
  WayScene *scene = layout->scene;
  double width = edge->label->area, height = edge->label->height + 4;

  /* It is said of the link already, which has its name. */
  way_scene_begin_item (scene, edge->is_gone ? WAY_ROLE_CHANGE : WAY_ROLE_WAIT, group, WAY_KIND_NONE, NULL, owner);
  way_scene_add_box (scene, (WayRect) { middle - width / 2 - LABEL_INSET, y, width + 2 * LABEL_INSET, height }, 5, WAY_INK_PAPER,
                     WAY_INK_HAIRLINE, 0.75);
  way_scene_add_text (scene, edge->label, middle - width / 2, y + 2, WAY_INK_TEXT);
  way_scene_end_item (scene, NULL);
  return height + GAP;
}

static void
add_link_quotes (WayPathwayLayout     *layout,
                 const WayPathwayEdge *edge,
                 double                x,
                 double                y,
                 guint                 group,
                 int                   owner)
{
  WayScene *scene = layout->scene;
  double inside = QUOTE_WIDTH - 2 * LABEL_INSET - 4;
  double height = way_sheet_add_quotes (layout->sheet, edge->quotes, 0, 0, inside, -1, -1);

  way_scene_begin_item (scene, WAY_ROLE_BACKDROP, group, WAY_KIND_NONE, NULL, owner);
  way_scene_add_box (scene, (WayRect) { x, y, QUOTE_WIDTH, height + 10 }, WAY_CORNER, WAY_INK_PAPER, WAY_INK_HAIRLINE, 0.75);
  way_scene_end_item (scene, NULL);
  way_sheet_add_quotes (layout->sheet, edge->quotes, x + LABEL_INSET + 2, y + 2, inside, group, owner);
}

/* A link that is on the earlier version only. */
static void
add_ghost_link (WayPathwayLayout     *layout,
                const WayPathwayEdge *edge,
                const char           *sentence,
                guint                 group,
                int                   owner)
{
  WayScene *scene = layout->scene;
  g_autofree char *label = g_strdup_printf (C_("link", "removed: %s"), sentence);
  double middle = edge->label_rect.x + edge->label_rect.width / 2;

  way_scene_begin_item (scene, WAY_ROLE_CHANGE, group, WAY_KIND_NONE, NULL, owner);
  if (edge->n_points >= 2)
    {
      way_scene_add_path (scene, way_pathway_round (edge->points, edge->n_points, CORNER), WAY_INK_NONE, WAY_INK_SECONDARY, 1, WAY_DASH_SHORT);
      add_arrow (scene, edge->points[edge->n_points - 2], edge->points[edge->n_points - 1], WAY_INK_SECONDARY, 1);
    }
  way_scene_end_item (scene, label);
  if (edge->label != NULL)
    add_words (layout, edge, middle, edge->label_rect.y, group, owner);
}

/* Adds the line, then what is written on it, then what is tied to it. */
void
way_pathway_add_link (WayPathwayLayout     *layout,
                      const WayPathwayEdge *edge,
                      guint                 group,
                      int                   owner)
{
  WayScene *scene = layout->scene;
  const char *id = way_record_get_id (edge->record);
  g_autofree char *sentence = dup_sentence (layout, edge);
  WayRect rect = edge->label_rect;
  double right = rect.x + rect.width, y = rect.y, middle;
  int item;

  if (edge->is_gone)
    {
      add_ghost_link (layout, edge, sentence, group, owner);
      return;
    }
  item = way_scene_begin_item (scene, WAY_ROLE_LINK, group, WAY_KIND_LINK, id, owner);
  if (edge->n_points >= 2)
    add_line (layout, edge->tie, edge->points, edge->n_points);
  way_scene_end_item (scene, sentence);
  rect.width -= edge->n_flags * (DISC + 2);
  middle = rect.x + rect.width / 2;
  if (edge->label != NULL)
    y += add_words (layout, edge, middle, y, group, item);
  if (edge->wait != NULL)
    y += add_pill (layout, edge, middle, y, group, item);
  if (edge->quotes != NULL)
    add_link_quotes (layout, edge, middle - QUOTE_WIDTH / 2, y, group, item);
  way_sheet_add_flags (layout->sheet, group, item, id, right, rect.y + MIN (DISC, rect.height) / 2);
}
