/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a map as a tagged PDF has it: a section with headings, the grid of a journey as a table, cards and steps as paragraphs, links as
 * figures that say where they lead, quotes as quotes. What is only decoration is drawn while an element that has others inside is open, and cairo leaves it unmarked. */
#include "exchange/way-pdf.h"

#include "paint/way-paint.h"

typedef struct
{
  WayPdfTags *tags;
  WayScene *scene;
  WayStyle style;
  gboolean has_grid;          /* lanes are rows of a table; else each is a heading with what is in it below */
  gboolean is_persona;        /* the sheet of one, whose maps stand below a heading */
  gboolean in_table, in_row, in_cell, in_list;
} WayPdfMap;

static const char *
get_text_element (const WayPdfMap *self,
                  const WayItem   *item,
                  const WayMark   *mark)
{
  switch (item->role)
    {
    case WAY_ROLE_TITLE:
      return "H1";
    case WAY_ROLE_LANE:
      return self->has_grid ? "P" : "H2";
    case WAY_ROLE_SCENARIO:
    case WAY_ROLE_CHANGE:
      if (mark->text.block->style == WAY_TEXT_NAME)
        return self->is_persona ? "H3" : "H2";
      return "P";
    case WAY_ROLE_FLAG:
      return "Reference";
    case WAY_ROLE_CHIP:
    case WAY_ROLE_KEY:
      return mark->text.block->style == WAY_TEXT_DISC ? "Lbl" : "LBody";
    default:
      return "P";
    }
}

static void
draw_marks (WayPdfMap     *self,
            const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (self->scene, item);

  for (guint i = 0; i < item->n_marks; i++)
    {
      if (marks[i].screen_only)
        continue;
      if (marks[i].type != WAY_MARK_TEXT)
        {
          way_paint_mark (self->tags->cr, &marks[i], self->style);
          continue;
        }
      way_pdf_tags_begin (self->tags, get_text_element (self, item, &marks[i]));
      if (item->role == WAY_ROLE_FLAG && item->label != NULL)
        way_pdf_tags_note (self->tags, WAY_PDF_NOTE_ALTERNATIVE, item->label);
      if (marks[i].text.block->language != NULL)
        way_pdf_tags_note (self->tags, WAY_PDF_NOTE_LANGUAGE, marks[i].text.block->language);
      way_paint_mark (self->tags->cr, &marks[i], self->style);
      way_pdf_tags_end (self->tags);
    }
}

static gboolean
has_text (WayPdfMap     *self,
          const WayItem *item)
{
  const WayMark *marks = way_scene_get_marks (self->scene, item);

  for (guint i = 0; i < item->n_marks; i++)
    if (marks[i].type == WAY_MARK_TEXT)
      return TRUE;
  return FALSE;
}

static void
draw_figure (WayPdfMap     *self,
             const WayItem *item)
{
  way_pdf_tags_begin (self->tags, "Figure");
  way_pdf_tags_note (self->tags, WAY_PDF_NOTE_ALTERNATIVE, item->label);
  way_paint_item (self->tags->cr, self->scene, item, self->style, WAY_PAINT_DEFAULT);
  way_pdf_tags_end (self->tags);
}

static void
set_list (WayPdfMap *self,
          gboolean   open)
{
  if (open && !self->in_list)
    way_pdf_tags_begin (self->tags, "L");
  else if (!open && self->in_list)
    way_pdf_tags_end (self->tags);
  self->in_list = open;
}

/* A link, with what is written on it, which its label says as well. */
static void
draw_link (WayPdfMap     *self,
           const WayItem *item)
{
  guint number = item - way_scene_get_item (self->scene, 0);

  way_pdf_tags_begin (self->tags, "Figure");
  way_pdf_tags_note (self->tags, WAY_PDF_NOTE_ALTERNATIVE, item->label);
  way_paint_item (self->tags->cr, self->scene, item, self->style, WAY_PAINT_DEFAULT);
  for (guint i = number + 1; i < way_scene_get_n_items (self->scene); i++)
    {
      const WayItem *other = way_scene_get_item (self->scene, i);

      if (other->role != WAY_ROLE_WAIT || other->owner != (int) number)
        break;
      way_paint_item (self->tags->cr, self->scene, other, self->style, WAY_PAINT_DEFAULT);
    }
  way_pdf_tags_end (self->tags);
}

/* Steps whose shape says something are called by what it says. */
static void
draw_named_step (WayPdfMap     *self,
                 const WayItem *item)
{
  way_pdf_tags_begin (self->tags, "Div");
  way_pdf_tags_note (self->tags, WAY_PDF_NOTE_ALTERNATIVE, item->label);
  draw_marks (self, item);
  way_pdf_tags_end (self->tags);
}

static void
draw_item (WayPdfMap     *self,
           const WayItem *item)
{
  gboolean listed = item->role == WAY_ROLE_CHIP || item->role == WAY_ROLE_KEY, text = has_text (self, item);
  const char *around = listed ? "LI" : item->role == WAY_ROLE_QUOTE ? "BlockQuote" : NULL;

  if (item->role == WAY_ROLE_BACKDROP)
    {
      way_paint_item (self->tags->cr, self->scene, item, self->style, WAY_PAINT_DEFAULT);
      return;
    }
  set_list (self, listed);
  /* Drawn with its link. */
  if (item->role == WAY_ROLE_WAIT && item->owner >= 0)
    return;
  if (item->role == WAY_ROLE_LINK)
    draw_link (self, item);
  else if (item->role == WAY_ROLE_STEP && item->label != NULL && text)
    draw_named_step (self, item);
  /* What a stop says is in the list of its scenario. */
  else if (item->role == WAY_ROLE_STOP)
    way_paint_item (self->tags->cr, self->scene, item, self->style, WAY_PAINT_DEFAULT);
  else if (item->label != NULL && (item->role == WAY_ROLE_CURVE || !text))
    draw_figure (self, item);
  else if (!text)
    way_paint_item (self->tags->cr, self->scene, item, self->style, WAY_PAINT_DEFAULT);
  else
    {
      if (around != NULL)
        way_pdf_tags_begin (self->tags, around);
      draw_marks (self, item);
      if (around != NULL)
        way_pdf_tags_end (self->tags);
    }
}

static void
close_cell (WayPdfMap *self)
{
  set_list (self, FALSE);
  if (self->in_cell)
    way_pdf_tags_end (self->tags);
  self->in_cell = FALSE;
}

static void
open_cell (WayPdfMap  *self,
           const char *element)
{
  close_cell (self);
  way_pdf_tags_begin (self->tags, element);
  self->in_cell = TRUE;
}

static void
close_row (WayPdfMap *self)
{
  close_cell (self);
  if (self->in_row)
    way_pdf_tags_end (self->tags);
  self->in_row = FALSE;
}

static void
close_table (WayPdfMap *self)
{
  close_row (self);
  if (self->in_table)
    way_pdf_tags_end (self->tags);
  self->in_table = FALSE;
}

static void
open_row (WayPdfMap *self)
{
  close_row (self);
  if (!self->in_table)
    way_pdf_tags_begin (self->tags, "Table");
  self->in_table = TRUE;
  way_pdf_tags_begin (self->tags, "TR");
  self->in_row = TRUE;
}

static void
open_group (WayPdfMap      *self,
            const WayGroup *group)
{
  switch (group->role)
    {
    case WAY_GROUP_STAGES:
      if (group->n_items == 0)
        return;
      open_row (self);
      open_cell (self, "TD");
      break;
    case WAY_GROUP_STEP:
      set_list (self, FALSE);
      break;
    case WAY_GROUP_LANE:
      if (!self->has_grid)
        {
          set_list (self, FALSE);
          break;
        }
      open_row (self);
      open_cell (self, "TH");
      way_pdf_tags_note (self->tags, WAY_PDF_NOTE_SCOPE, "/Row");
      break;
    case WAY_GROUP_CELL:
      open_cell (self, "TD");
      break;
    case WAY_GROUP_BACKDROP:
      break;
    case WAY_GROUP_MAP:
    case WAY_GROUP_HEADER:
    case WAY_GROUP_KEY:
    case WAY_GROUP_FOOT:
    default:
      close_table (self);
      set_list (self, FALSE);
      break;
    }
}

static gboolean
is_kind (WayScene   *scene,
         const char *kind)
{
  return g_str_equal (way_scene_get_kind (scene), kind);
}

/* Draws the items of a group that are in none inside it. */
static void
draw_group (WayPdfMap *self,
            guint      number)
{
  const WayGroup *group = way_scene_get_group (self->scene, number);

  open_group (self, group);
  for (guint i = group->first_item; i < group->first_item + group->n_items; i++)
    {
      const WayItem *item = way_scene_get_item (self->scene, i);

      if (item->group != number)
        break;
      if (item->role == WAY_ROLE_STAGE)
        {
          open_cell (self, "TH");
          way_pdf_tags_note (self->tags, WAY_PDF_NOTE_SCOPE, "/Column");
        }
      draw_item (self, item);
    }
}

/**
 * way_pdf_draw_map:
 * @tags: where, with the document open and the decoration drawn
 * @scene: what
 * @style: with which colours
 * @sink: told of progress
 *
 * Draws all but the decoration of a map, as one section.
 */
void
way_pdf_draw_map (WayPdfTags *tags,
                  WayScene   *scene,
                  WayStyle    style,
                  WaySink    *sink)
{
  WayPdfMap self = { .tags = tags, .scene = scene, .style = style, .has_grid = is_kind (scene, "journey"), .is_persona = is_kind (scene, "persona") };
  guint n_groups = way_scene_get_n_groups (scene);

  way_pdf_tags_begin (tags, "Sect");
  for (guint i = 0; i < n_groups; i++)
    if (way_scene_get_group (scene, i)->role != WAY_GROUP_BACKDROP)
      {
        draw_group (&self, i);
        if (!way_sink_step (sink, 0.5 * i / n_groups))
          break;
      }
  close_table (&self);
  set_list (&self, FALSE);
  way_pdf_tags_end (tags);
}

/**
 * way_pdf_draw_decoration:
 * @cr: where, on a page without tags until now or with elements open that have others inside
 * @scene: what
 * @style: with which colours
 *
 * Draws what is behind everything else.
 */
void
way_pdf_draw_decoration (cairo_t  *cr,
                         WayScene *scene,
                         WayStyle  style)
{
  for (guint i = 0; i < way_scene_get_n_groups (scene); i++)
    {
      const WayGroup *group = way_scene_get_group (scene, i);

      for (guint k = 0; group->role == WAY_GROUP_BACKDROP && k < group->n_items; k++)
        way_paint_item (cr, scene, way_scene_get_item (scene, group->first_item + k), style, WAY_PAINT_DEFAULT);
    }
}

/**
 * way_pdf_draw_part:
 * @tags: where, with the document open and the decoration drawn
 * @scene: what
 * @area: which part, points of the map
 * @style: with which colours
 *
 * Draws what a sheet shows of a map, as one section: a table would be torn by the cuts.
 */
void
way_pdf_draw_part (WayPdfTags    *tags,
                   WayScene      *scene,
                   const WayRect *area,
                   WayStyle       style)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  WayPdfMap self = { .tags = tags, .scene = scene, .style = style, .has_grid = is_kind (scene, "journey"), .is_persona = is_kind (scene, "persona") };

  way_scene_query (scene, area, indices);
  for (guint i = 0; i < indices->len; i++)
    {
      const WayItem *item = way_scene_get_item (scene, g_array_index (indices, guint, i));

      if (way_scene_get_group (scene, item->group)->role != WAY_GROUP_BACKDROP)
        draw_item (&self, item);
    }
  set_list (&self, FALSE);
}
