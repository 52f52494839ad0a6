/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a pathway map: their shapes, and the texts in them, which they grow with. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#include <math.h>

#define STEP_WIDTH 152.0
#define WIDE_WIDTH 216.0      /* of steps that say much, so that they do not become towers */
#define MANY_LETTERS 110
#define INSET 12.0
#define TOP 10.0
#define POINT 14.0            /* how far the ends of a decision reach out */
#define PILL_INSET 18.0
#define PILL_CORNER 20.0      /* of starts and ends of several lines, which a half circle would cut off */
#define PLATE 5.0             /* the paper that their quotes stand on, around them */
#define LEAST_HEIGHT 40.0
#define SIGN_RADIUS 4.0

const char *
way_pathway_get_title (const WayPathwayNode *node)
{
  const char *title = way_record_get_text (node->step->record, WAY_STEP_TITLE);

  return title != NULL ? title : "";
}

static const char *
get_organisation (WayPathwayLayout     *layout,
                  const WayPathwayNode *node)
{
  const char *id = way_record_get_text (node->step->record, WAY_STEP_ORGANISATION);
  WayRecord *organisation = id != NULL ? g_hash_table_lookup (layout->pathway->organisations, id) : NULL;

  return organisation != NULL ? way_record_get_text (organisation, WAY_ORGANISATION_NAME) : NULL;
}

/* Boxes have one width, so that columns are even; what stands in the middle of its shape is as wide as it says. */
static gboolean
is_box (const WayPathwayNode *node)
{
  return node->shape == WAY_SHAPE_STEP || node->shape == WAY_SHAPE_GAP;
}

static gboolean
is_pill (const WayPathwayNode *node)
{
  return node->shape == WAY_SHAPE_START || node->shape == WAY_SHAPE_END;
}

/* From the last text to the lower edge, and from the upper one to the first where no pill of a scenario is in the way. */
static double
get_bottom (const WayPathwayNode *node)
{
  return is_pill (node) ? 9 : TOP;
}

static double
get_side (const WayPathwayNode *node)
{
  if (node->shape == WAY_SHAPE_DECISION)
    return POINT + 8;
  return is_box (node) ? INSET : PILL_INSET;
}

static double
get_text_width (const WayPathwayNode *node)
{
  gboolean wide = node->quotes != NULL || g_utf8_strlen (way_pathway_get_title (node), -1) > MANY_LETTERS;

  return (wide ? WIDE_WIDTH : STEP_WIDTH) - 2 * (is_box (node) ? INSET : get_side (node));
}

/* What of a step is to be shaped. */
static void
add_jobs (WayPathwayLayout     *layout,
          const WayPathwayNode *node,
          GArray               *jobs)
{
  WayPathwayStep *step = node->step;
  const char *organisation = get_organisation (layout, node);
  gboolean hugs = !is_box (node);
  /* Texts that hug their words are told from others by a width below nought. */
  double width = get_text_width (node), kept = hugs ? -width : width;
  WayShapeJob title = { &step->title, way_pathway_get_title (node), WAY_TEXT_STEP, width, hugs };
  WayShapeJob name = { &step->organisation, organisation, WAY_TEXT_UNDER, width, hugs };

  if (step->title == NULL || step->width != kept)
    g_array_append_val (jobs, title);
  if (organisation != NULL && (step->organisation == NULL || step->width != kept ||
                               g_strcmp0 (step->organisation_name, organisation) != 0))
    g_array_append_val (jobs, name);
  else if (organisation == NULL)
    g_clear_pointer (&step->organisation, way_text_block_unref);
  g_set_str (&step->organisation_name, organisation);
  step->width = kept;
}

/* Shapes what the steps say, where no earlier layout did. */
void
way_pathway_shape_steps (WayPathwayLayout *layout)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (WayShapeJob));

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const WayPathwayNode *node = WAY_LAYOUT_NODE (layout, i);

      if (node->is_touched)
        add_jobs (layout, node, jobs);
    }
  way_sheet_shape (layout->sheet, (const WayShapeJob *) jobs->data, jobs->len);
}

/* How round the corners of a step are. */
double
way_pathway_get_corner (const WayPathwayNode *node)
{
  if (is_box (node))
    return WAY_CORNER;
  return is_pill (node) ? MIN (PILL_CORNER, node->rect.height / 2) : node->rect.height / 2;
}

/* How far the border of a step is inside its rectangle at a place on it where a line ends. */
double
way_pathway_get_dent (const WayPathwayNode *node,
                      WayPoint              at)
{
  double half = node->rect.height / 2, off = fabs (at.y - node->rect.y - half), corner = way_pathway_get_corner (node);
  gboolean at_side = at.x <= node->rect.x + 0.01 || at.x >= node->rect.x + node->rect.width - 0.01;

  if (!at_side)
    {
      double radius = node->shape == WAY_SHAPE_DECISION ? POINT : corner;
      double in = MIN (at.x - node->rect.x, node->rect.x + node->rect.width - at.x);

      if (is_box (node) || in >= radius)
        return 0;
      return node->shape == WAY_SHAPE_DECISION ? half * (1 - in / POINT)
                                               : corner - sqrt (MAX (0, corner * corner - (corner - in) * (corner - in)));
    }
  if (node->shape == WAY_SHAPE_DECISION)
    return POINT * off / half;
  off = MAX (0, off - (half - corner));
  return is_box (node) ? 0 : corner - sqrt (MAX (0, corner * corner - off * off));
}

/* A box, or pill, or what a decision is drawn as. */
static void
add_outline (WayPathwayLayout     *layout,
             const WayPathwayNode *node)
{
  WayScene *scene = layout->scene;
  WayRect rect = node->rect;
  WayInk ink = WAY_INK_STRONG (WAY_LAYOUT_LANE (layout, node->lane)->tone);
  WayPath *path;

  if (node->is_gone)
    {
      path = way_path_new ();
      way_path_move (path, rect.x, rect.y);
      way_path_line (path, rect.x + rect.width, rect.y);
      way_path_line (path, rect.x + rect.width, rect.y + rect.height);
      way_path_line (path, rect.x, rect.y + rect.height);
      way_path_close (path);
      way_scene_add_path (scene, path, WAY_INK_CANVAS, WAY_INK_SECONDARY, 1.25, WAY_DASH_LONG);
      return;
    }
  switch (node->shape)
    {
    case WAY_SHAPE_START:
      way_scene_add_box (scene, rect, way_pathway_get_corner (node), ink, WAY_INK_NONE, 0);
      break;
    case WAY_SHAPE_END:
      ink = WAY_INK_STRONG (WAY_TONE_IDEAS);
      way_scene_add_box (scene, rect, way_pathway_get_corner (node), ink, ink, 1);
      /* Two lines around the end, so that it is told from a start without its colour. */
      way_scene_add_box (scene, way_rect_grow (&rect, -3), way_pathway_get_corner (node) - 3, WAY_INK_NONE, WAY_INK_PAPER, 1);
      break;
    case WAY_SHAPE_GAP:
    case WAY_SHAPE_DECISION:
      path = way_path_new ();
      way_path_move (path, rect.x + (node->shape == WAY_SHAPE_GAP ? 0 : POINT), rect.y);
      way_path_line (path, rect.x + rect.width - (node->shape == WAY_SHAPE_GAP ? 0 : POINT), rect.y);
      if (node->shape == WAY_SHAPE_DECISION)
        way_path_line (path, rect.x + rect.width, rect.y + rect.height / 2);
      way_path_line (path, rect.x + rect.width - (node->shape == WAY_SHAPE_GAP ? 0 : POINT), rect.y + rect.height);
      way_path_line (path, rect.x + (node->shape == WAY_SHAPE_GAP ? 0 : POINT), rect.y + rect.height);
      if (node->shape == WAY_SHAPE_DECISION)
        way_path_line (path, rect.x, rect.y + rect.height / 2);
      way_path_close (path);
      if (node->shape == WAY_SHAPE_GAP)
        way_scene_add_path (scene, path, WAY_INK_PAPER, WAY_INK_STRONG (WAY_TONE_PAIN), 1.75, WAY_DASH_SHORT);
      else
        way_scene_add_path (scene, path, WAY_INK_PAPER, ink, 1.5, WAY_DASH_NONE);
      break;
    case WAY_SHAPE_STEP:
    default:
      way_scene_add_shadow (scene, rect, WAY_CORNER);
      way_scene_add_box (scene, rect, WAY_CORNER, WAY_INK_PAPER, ink, 1.5);
      break;
    }
}

static WayInk
get_text_ink (const WayPathwayNode *node,
              gboolean              is_title)
{
  if (node->is_gone)
    return WAY_INK_SECONDARY;
  if (is_pill (node))
    return WAY_INK_PAPER;
  if (node->shape == WAY_SHAPE_GAP)
    return is_title ? WAY_INK_STRONG (WAY_TONE_PAIN) : WAY_INK_SECONDARY;
  return is_title ? WAY_INK_TEXT : WAY_INK_SECONDARY;
}

/* A word and the sign that goes with it; gives its height. */
static double
lay_out_word (WayPathwayLayout     *layout,
              const WayPathwayNode *node,
              WayPathwaySign        sign,
              const char           *text,
              double                y,
              gboolean              add)
{
  double side = get_side (node), width = get_text_width (node) - 2 * SIGN_RADIUS - 5;
  WayTextBlock *word = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SOURCE, text, width, FALSE);
  WayInk ink = is_pill (node) ? WAY_INK_PAPER : WAY_INK_STRONG (way_pathway_get_sign_tone (sign));
  double x = node->rect.x + side;

  if (add && is_pill (node))
    /* A sign in its own colour would not be seen on the fill of a pill. */
    way_scene_add_text (layout->scene, word, x, y, ink);
  else if (add)
    {
      way_pathway_add_sign (layout->scene, sign, (WayPoint) { x + SIGN_RADIUS, y + 6 }, SIGN_RADIUS);
      way_scene_add_text (layout->scene, word, x + 2 * SIGN_RADIUS + 5, y, ink);
    }
  return word->height + 2;
}

/* What is not told by a shape alone: that something is missing, or what an earlier version had otherwise. */
static double
lay_out_words (WayPathwayLayout     *layout,
               const WayPathwayNode *node,
               double                y,
               gboolean              add)
{
  GPtrArray *changes = way_pathway_get_changes (layout->pathway, way_record_get_id (node->step->record));
  double height = 0;

  if (node->is_gone)
    return lay_out_word (layout, node, WAY_SIGN_GONE, C_("change of a step", "Removed"), y, add);
  if (node->shape == WAY_SHAPE_GAP)
    height += lay_out_word (layout, node, WAY_SIGN_GAP, C_("step", "Gap"), y, add);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const WayPathwayChange *change = g_ptr_array_index (changes, i);

      height += lay_out_word (layout, node, change->sign, change->text, y + height, add);
    }
  return height;
}

/* Draws lines through the lines of a text. */
static void
strike (WayScene           *scene,
        const WayTextBlock *block,
        double              x,
        double              y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  WayPath *path = way_path_new ();

  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      way_path_move (path, x + (double) line.x / PANGO_SCALE, y + (line.y + line.height * 0.55) / PANGO_SCALE);
      way_path_line (path, x + (double) (line.x + line.width) / PANGO_SCALE, y + (line.y + line.height * 0.55) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  way_scene_add_path (scene, path, WAY_INK_NONE, WAY_INK_SECONDARY, 1, WAY_DASH_NONE);
}

/* Title and organisation from @y down; gives how high they stand. */
static double
lay_out_texts (WayPathwayLayout     *layout,
               const WayPathwayNode *node,
               double                y,
               gboolean              add)
{
  WayTextBlock *blocks[] = { node->step->title, node->step->organisation };
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      double area;

      if (blocks[i] == NULL)
        continue;
      area = blocks[i]->area;
      height += i > 0 ? 2 : 0;
      if (add)
        way_scene_add_text (layout->scene, blocks[i],
                            is_box (node) ? node->rect.x + INSET : node->rect.x + (node->rect.width - area) / 2, y + height,
                            get_text_ink (node, i == 0));
      if (add && node->is_gone && i == 0)
        strike (layout->scene, blocks[i], node->rect.x + INSET, y + height);
      height += blocks[i]->height;
    }
  return height;
}

/* How wide the words of changes make a shape that hugs its text. */
static double
get_words_width (WayPathwayLayout     *layout,
                 const WayPathwayNode *node)
{
  gboolean has_words = node->is_gone || way_pathway_get_changes (layout->pathway, way_record_get_id (node->step->record)) != NULL;

  return has_words ? get_text_width (node) : 0;
}

/* The quotes tied to a step, below its words; only measured without a @group (-1). Gives how high they stand. */
static double
lay_out_quotes (WayPathwayLayout     *layout,
                const WayPathwayNode *node,
                double                y,
                int                   group,
                int                   item)
{
  double under = is_pill (node) && node->quotes != NULL ? PLATE : 0;

  return under + way_sheet_add_quotes (layout->sheet, node->quotes, node->rect.x + get_side (node), y + under, get_text_width (node), group, item) +
         under;
}

/* Quotes are written in the inks of paper, which the fill of a pill is not. */
static void
add_plate (WayPathwayLayout     *layout,
           const WayPathwayNode *node,
           double                y)
{
  double height = lay_out_quotes (layout, node, 0, -1, -1);

  if (is_pill (node) && node->quotes != NULL)
    way_scene_add_box (layout->scene, (WayRect) { node->rect.x + get_side (node) - 8, y + PLATE, get_text_width (node) + 16, height - PLATE },
                       WAY_CORNER, WAY_INK_PAPER, WAY_INK_NONE, 0);
}

/* Sets how large a step is, once it is shaped. */
void
way_pathway_measure_step (WayPathwayLayout *layout,
                          WayPathwayNode   *node)
{
  double inside = lay_out_words (layout, node, 0, FALSE) + lay_out_texts (layout, node, 0, FALSE);
  double area = node->step->title->area, width = get_text_width (node);

  if (node->step->organisation != NULL)
    area = MAX (area, node->step->organisation->area);
  inside += lay_out_quotes (layout, node, 0, -1, -1);
  node->top = get_bottom (node);
  for (guint i = 0; node->stops != NULL && i < node->stops->len; i++)
    {
      const WayRect *place = &g_array_index (node->stops, WayPathwayStop, i).pill;

      node->top = MAX (node->top, place->y + place->height + 4);
    }
  if (is_box (node) || node->quotes != NULL)
    node->rect.width = width + 2 * get_side (node);
  else
    node->rect.width = MAX (96, MAX (area, get_words_width (layout, node)) + 2 * get_side (node));
  node->rect.height = MAX (is_pill (node) ? 34 : LEAST_HEIGHT, ceil (inside + node->top + get_bottom (node)));
}

/* What is said of a step beside its own words. */
static char *
dup_label (const WayPathwayNode *node)
{
  const char *title = way_pathway_get_title (node), *organisation = node->step->organisation_name;
  g_autofree char *whole = organisation != NULL ? g_strdup_printf ("%s\n%s", title, organisation) : g_strdup (title);

  if (node->is_gone)
    return g_strdup_printf (C_("step", "Removed: %s"), whole);
  switch (node->shape)
    {
    case WAY_SHAPE_START:
      return g_strdup_printf (C_("step", "Start: %s"), whole);
    case WAY_SHAPE_DECISION:
      return g_strdup_printf (C_("step", "Decision: %s"), whole);
    case WAY_SHAPE_END:
      return g_strdup_printf (C_("step", "End: %s"), whole);
    case WAY_SHAPE_GAP:
      return g_strdup_printf (C_("step", "Gap: %s"), whole);
    case WAY_SHAPE_STEP:
    default:
      return way_text_is_blank (title) ? g_strdup (C_("step", "Step without a name")) : NULL;
    }
}

/* Adds a step with what is tied to it; gives the number of its item. */
int
way_pathway_add_step (WayPathwayLayout     *layout,
                      const WayPathwayNode *node,
                      guint                 group)
{
  WayScene *scene = layout->scene;
  const char *id = way_record_get_id (node->step->record);
  g_autofree char *label = dup_label (node);
  /* What is gone is on another map: it is shown, and not to be worked on. */
  int item = node->is_gone ? way_scene_begin_item (scene, WAY_ROLE_CHANGE, group, WAY_KIND_NONE, NULL, -1)
                           : way_scene_begin_item (scene, WAY_ROLE_STEP, group, WAY_KIND_STEP, id, -1);
  double inside = lay_out_words (layout, node, 0, FALSE) + lay_out_texts (layout, node, 0, FALSE), y;

  inside += lay_out_quotes (layout, node, 0, -1, -1);
  /* In the middle of what a least height leaves. */
  y = node->rect.y + node->top + (node->rect.height - inside - node->top - get_bottom (node)) / 2;
  add_outline (layout, node);
  y += lay_out_words (layout, node, y, TRUE);
  y += lay_out_texts (layout, node, y, TRUE);
  add_plate (layout, node, y);
  way_scene_end_item (scene, label);
  lay_out_quotes (layout, node, y, group, item);
  way_sheet_add_flags (layout->sheet, group, item, id, node->rect.x + node->rect.width - 2, node->rect.y + 1);
  return item;
}
