/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of a persona, which is a page of paper: who they are and what they say, needs and barriers, and the maps that show them. */
#include "scene/way-persona.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-scenario-words.h"
#include "scene/way-pathway-layout.h"

/* A4, in points. */
#define PAGE_WIDTH (210 * 72 / 25.4)
#define PAGE_HEIGHT (297 * 72 / 25.4)
#define MOST_SCALE 6.0

#define RADIUS 30.0           /* of the disc with the initial */
#define GAP 16.0              /* between the parts of the sheet */
#define INSET 14.0            /* from the edges of a box to what is in it */
#define BULLET 14.0           /* from a bullet to its text */
#define SIGN_RADIUS 5.0

typedef struct
{
  WayPersona *self;
  WaySheet *sheet;
  WayScene *scene;
  guint root;                 /* the group of all */
} Layout;

static gboolean
runs_right_to_left (WayRecord *persona)
{
  const char *name = way_record_get_text (persona, WAY_PERSONA_NAME), *about = way_record_get_text (persona, WAY_PERSONA_ABOUT);

  return way_text_is_right_to_left (about != NULL ? about : name != NULL ? name : "");
}

static void
add_initial (Layout     *layout,
             const char *name,
             double      y)
{
  g_autofree char *initial = g_utf8_substring (name, 0, *name != '\0' ? 1 : 0);
  WayTextBlock *letter = way_sheet_get_block (layout->sheet, WAY_TEXT_TITLE, initial, -1);
  WayInk ink = WAY_INK_STRONG (WAY_TONE_DOING);

  way_scene_add_box (layout->scene, (WayRect) { WAY_MARGIN, y, 2 * RADIUS, 2 * RADIUS }, RADIUS, WAY_INK_TINT (WAY_TONE_DOING), ink, 1.5);
  way_scene_add_text (layout->scene, letter, WAY_MARGIN + RADIUS - letter->width / 2, y + RADIUS - letter->height / 2, ink);
}

/* Name and portrait beside the initial; gives where they end. */
static double
add_header (Layout *layout,
            double  y)
{
  WayScene *scene = layout->scene;
  WayRecord *persona = layout->sheet->persona;
  const char *id = way_record_get_id (persona), *about = way_record_get_text (persona, WAY_PERSONA_ABOUT);
  double left = 2 * RADIUS + 18, width = layout->sheet->content_width - left;
  WayTextBlock *name = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_TITLE, scene->title, width, FALSE);
  WayTextBlock *kind = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SMALL,
                                                    C_("persona sheet", "Persona: a pen portrait, not one person"), width, FALSE);
  WayTextBlock *words = about != NULL ? way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_QUESTION, about, width, FALSE) : NULL;
  double height = name->height + 2 + kind->height + (words != NULL ? 10 + words->height : 0), top = y;
  guint group = way_scene_begin_group (scene, WAY_GROUP_HEADER, layout->root, WAY_KIND_NONE, NULL, C_("part of a map", "Heading"));

  y += MAX (0, RADIUS - height / 2);
  way_scene_begin_item (scene, WAY_ROLE_TITLE, group, WAY_KIND_PERSONA, id, -1);
  way_scene_add_text (scene, name, WAY_MARGIN + left, y, WAY_INK_TEXT);
  way_scene_end_item (scene, NULL);
  y += name->height + 2;
  way_scene_begin_item (scene, WAY_ROLE_SUBTITLE, group, WAY_KIND_PERSONA, id, -1);
  way_scene_add_text (scene, kind, WAY_MARGIN + left, y, WAY_INK_SECONDARY);
  way_scene_end_item (scene, NULL);
  y += kind->height;
  if (words != NULL)
    {
      way_scene_begin_item (scene, WAY_ROLE_QUESTION, group, WAY_KIND_PERSONA, id, -1);
      way_scene_add_text (scene, words, WAY_MARGIN + left, y + 10, WAY_INK_TEXT);
      way_scene_end_item (scene, NULL);
      y += 10 + words->height;
    }
  /* A picture of the name, which is read out once. */
  way_scene_begin_item (scene, WAY_ROLE_BACKDROP, group, WAY_KIND_NONE, NULL, -1);
  add_initial (layout, scene->title, top);
  way_scene_end_item (scene, NULL);
  way_scene_end_group (scene, group);
  return MAX (y, top + 2 * RADIUS) + GAP;
}

/* What they say, in a bubble that comes from the initial. */
static double
add_voice (Layout *layout,
           double  y)
{
  WayScene *scene = layout->scene;
  WayRecord *persona = layout->sheet->persona;
  const char *said = way_record_get_text (persona, WAY_PERSONA_QUOTE);
  double width = layout->sheet->content_width, tail = WAY_MARGIN + RADIUS;
  WayInk tint = WAY_INK_TINT (WAY_TONE_THINKING);
  WayTextBlock *block;
  WayPath *path;
  guint group;

  if (said == NULL)
    return y;
  /* Scripts without italics would only be slanted. */
  block = way_sheet_get_aligned_block (layout->sheet, way_text_is_right_to_left (said) ? WAY_TEXT_QUESTION : WAY_TEXT_VOICE, said,
                                       width - 3 * INSET - 18, FALSE);
  group = way_scene_begin_group (scene, WAY_GROUP_HEADER, layout->root, WAY_KIND_NONE, NULL, C_("persona sheet", "What they say"));
  way_scene_begin_item (scene, WAY_ROLE_SPEECH, group, WAY_KIND_PERSONA, way_record_get_id (persona), -1);
  path = way_path_new ();
  way_path_move (path, tail - 9, y + 1);
  way_path_line (path, tail - 2, y - 10);
  way_path_line (path, tail + 9, y + 1);
  way_path_close (path);
  way_scene_add_path (scene, path, tint, WAY_INK_NONE, 0, WAY_DASH_NONE);
  way_scene_add_box (scene, (WayRect) { WAY_MARGIN, y, width, block->height + 2 * INSET }, 12, tint, WAY_INK_NONE, 0);
  way_sheet_add_quotation_mark (layout->sheet, WAY_MARGIN + INSET, y + INSET + 2, 1.6, WAY_INK_STRONG (WAY_TONE_THINKING));
  way_scene_add_text (scene, block, WAY_MARGIN + INSET + 26, y + INSET, WAY_INK_TEXT);
  way_scene_end_item (scene, C_("persona sheet", "What they say"));
  way_scene_end_group (scene, group);
  return y + block->height + 2 * INSET + GAP;
}

/* A list of needs or barriers; the two have bullets of another shape. */
typedef struct
{
  const char *title;
  WayTone tone;
  const char *const *texts;   /* nullable */
} List;

static void
add_bullet (Layout *layout,
            WayTone tone,
            double  x,
            double  y)
{
  if (tone == WAY_TONE_PAIN)
    way_scene_add_box (layout->scene, (WayRect) { x, y - 1.5, 8, 3 }, 1.5, WAY_INK_STRONG (tone), WAY_INK_NONE, 0);
  else
    way_scene_add_box (layout->scene, (WayRect) { x + 1, y - 3, 6, 6 }, 3, WAY_INK_STRONG (tone), WAY_INK_NONE, 0);
}

/* Only measured without a @group (-1). Gives how high it stands. */
static double
add_list (Layout     *layout,
          const List *list,
          double      x,
          double      y,
          double      width,
          int         group)
{
  WayScene *scene = layout->scene;
  const char *id = way_record_get_id (layout->sheet->persona);
  WayTextBlock *title = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_LANE, list->title, width - 2 * INSET, FALSE);
  double top = y;

  y += INSET;
  if (group >= 0)
    {
      way_scene_begin_item (scene, WAY_ROLE_LANE, group, WAY_KIND_PERSONA, id, -1);
      way_scene_add_text (scene, title, x + INSET, y, WAY_INK_STRONG (list->tone));
      way_scene_end_item (scene, NULL);
    }
  y += title->height + 8;
  for (guint i = 0; list->texts[i] != NULL; i++)
    {
      WayTextBlock *block = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_BODY, list->texts[i], width - 2 * INSET - BULLET, FALSE);

      if (group >= 0)
        {
          way_scene_begin_item (scene, WAY_ROLE_CHIP, group, WAY_KIND_PERSONA, id, -1);
          add_bullet (layout, list->tone, x + INSET, y + block->baseline - 4);
          way_scene_add_text (scene, block, x + INSET + BULLET, y, WAY_INK_TEXT);
          way_scene_end_item (scene, NULL);
        }
      y += block->height + 5;
    }
  return y - 5 + INSET - top;
}

static void
add_box (Layout *layout,
         guint   group,
         WayRect rect,
         WayInk  fill,
         WayInk  line)
{
  way_scene_begin_item (layout->scene, WAY_ROLE_BACKDROP, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_box (layout->scene, rect, WAY_CORNER, fill, line, line != WAY_INK_NONE ? 0.75 : 0);
  way_scene_end_item (layout->scene, NULL);
}

/* Needs, and beside them what gets in the way; gives where they end. */
static double
add_lists (Layout *layout,
           double  y)
{
  WayRecord *persona = layout->sheet->persona;
  const List all[] = {
    { C_("persona sheet", "What they need"), WAY_TONE_IDEAS, way_record_get_texts (persona, WAY_PERSONA_NEEDS) },
    { C_("persona sheet", "What gets in the way"), WAY_TONE_PAIN, way_record_get_texts (persona, WAY_PERSONA_BARRIERS) },
  };
  guint n = (all[0].texts != NULL) + (all[1].texts != NULL), column = 0;
  double width = (layout->sheet->content_width - (n - 1.0) * GAP) / MAX (n, 1), height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].texts != NULL)
      height = MAX (height, add_list (layout, &all[i], 0, 0, width, -1));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      double x = WAY_MARGIN + column * (width + GAP);
      guint group;

      if (all[i].texts == NULL)
        continue;
      group = way_scene_begin_group (layout->scene, WAY_GROUP_KEY, layout->root, WAY_KIND_NONE, NULL, all[i].title);
      add_box (layout, group, (WayRect) { x, y, width, height }, WAY_INK_WASH (all[i].tone), WAY_INK_NONE);
      add_list (layout, &all[i], x, y, width, group);
      way_scene_end_group (layout->scene, group);
      column++;
    }
  return n > 0 ? y + height + GAP : y;
}

/* What kind of map it is, its version and status. */
static char *
dup_map_line (Layout              *layout,
              const WayPersonaMap *map)
{
  const char *kind = way_record_get_text (map->map, WAY_MAP_KIND), *status = way_record_get_text (map->map, WAY_MAP_STATUS);
  gboolean theirs = g_strcmp0 (way_record_get_text (map->map, WAY_MAP_PERSONA), way_record_get_id (layout->sheet->persona)) == 0;
  GString *text = g_string_new (g_strcmp0 (kind, "pathway") == 0 ? _("Pathway map")
                                : g_strcmp0 (kind, "journey") == 0 ? _("Journey map") : _("Map"));

  if (theirs)
    g_string_append_printf (text, " · %s", C_("persona sheet", "about them"));
  if (status != NULL)
    g_string_append_printf (text, " · %s", g_str_equal (status, "proposed") ? C_("status of a map", "proposed")
                                                                           : C_("status of a map", "as it is now"));
  return g_string_free_and_steal (text);
}

static char *
dup_walk_title (Layout               *layout,
                const WayPersonaWalk *walk)
{
  const char *title = way_record_get_text (walk->record, WAY_SCENARIO_TITLE);
  const char *route = way_record_get_text (walk->record, WAY_SCENARIO_ROUTE);
  gboolean mirrored = layout->scene->right_to_left;
  g_autofree char *name = way_text_dup_isolated (title != NULL ? title : C_("persona sheet", "A way through"), mirrored);
  g_autofree char *said = NULL;

  if (route == NULL)
    return way_text_dup_directed (name, mirrored);
  said = g_strdup_printf ("%s · %s", name, g_str_equal (route, "planned") ? C_("route", "as planned") : C_("route", "as lived"));
  return way_text_dup_directed (said, mirrored);
}

/* A sign for each stop, in their order, as many as there is room for; gives how high they stand. */
static double
add_signs (Layout               *layout,
           const WayPersonaWalk *walk,
           double                x,
           double                y,
           double                width,
           gboolean              add)
{
  const double step = 2 * SIGN_RADIUS + 6;
  guint in_line = MAX ((guint) (width / step), 1);

  for (guint i = 0; add && i < walk->stops->len; i++)
    way_pathway_add_sign (layout->scene, way_pathway_get_stop_sign (walk->stops->pdata[i]),
                          (WayPoint) { x + SIGN_RADIUS + i % in_line * step, y + SIGN_RADIUS + i / in_line * step }, SIGN_RADIUS);
  return walk->stops->len > 0 ? ((walk->stops->len - 1) / in_line + 1) * step : 0;
}

/* Only measured without a @group (-1). Gives how high it stands. */
static double
add_walk (Layout               *layout,
          const WayPersonaWalk *walk,
          double                x,
          double                y,
          double                width,
          int                   group)
{
  g_autofree char *title = dup_walk_title (layout, walk), *counted = way_scenario_counts_dup_words (walk->counts, FALSE);
  g_autofree char *counts = way_text_dup_isolated_parts (counted, layout->scene->right_to_left);
  WayTextBlock *name = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_STEP, title, width, FALSE);
  WayTextBlock *words = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_SMALL, counts, width, FALSE);
  double top = y;

  if (group >= 0)
    {
      way_scene_begin_item (layout->scene, WAY_ROLE_SCENARIO, group, WAY_KIND_SCENARIO, way_record_get_id (walk->record), -1);
      way_scene_add_text (layout->scene, name, x, y, WAY_INK_TEXT);
    }
  y += name->height + 4;
  y += add_signs (layout, walk, x, y, width, group >= 0);
  if (group >= 0)
    {
      way_scene_add_text (layout->scene, words, x, y, WAY_INK_SECONDARY);
      way_scene_end_item (layout->scene, NULL);
    }
  return y + words->height - top;
}

/* A map that shows them: what it is called, how they felt along it, and their ways along it. */
static double
add_map (Layout              *layout,
         const WayPersonaMap *map,
         double               y,
         int                  group)
{
  WayScene *scene = layout->scene;
  double x = WAY_MARGIN + INSET, width = layout->sheet->content_width - 2 * INSET, top = y;
  const char *title = way_record_get_text (map->map, WAY_MAP_TITLE);
  g_autofree char *line = dup_map_line (layout, map);
  WayTextBlock *name = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_NAME, title != NULL ? title : C_("map", "Untitled map"), width,
                                                    FALSE);
  WayTextBlock *kind = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_UNDER, line, width, FALSE);

  y += INSET;
  if (group >= 0)
    {
      way_scene_begin_item (scene, WAY_ROLE_SCENARIO, group, WAY_KIND_MAP, way_record_get_id (map->map), -1);
      way_scene_add_text (scene, name, x, y, WAY_INK_TEXT);
      way_scene_add_text (scene, kind, x, y + name->height + 1, WAY_INK_SECONDARY);
      way_scene_end_item (scene, NULL);
    }
  y += name->height + 1 + kind->height;
  if (map->felt->len > 0)
    y += 8 + way_persona_add_curve (layout->sheet, map, (WayRect) { x, y + 8, width, 0 }, group);
  for (guint i = 0; i < map->walks->len; i++)
    y += 10 + add_walk (layout, map->walks->pdata[i], x, y + 10, width, group);
  return y + INSET - top;
}

/* Gives where the last of them ends. */
static double
add_maps (Layout *layout,
          double  y)
{
  GPtrArray *maps = layout->self->maps;
  const char *heading = C_("persona sheet", "On the maps");
  WayTextBlock *title;
  guint group;

  if (maps->len == 0)
    return y;
  group = way_scene_begin_group (layout->scene, WAY_GROUP_SCENARIO, layout->root, WAY_KIND_NONE, NULL, heading);
  title = way_sheet_get_aligned_block (layout->sheet, WAY_TEXT_LANE, heading, layout->sheet->content_width, FALSE);
  way_scene_begin_item (layout->scene, WAY_ROLE_LANE, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_text (layout->scene, title, WAY_MARGIN, y, WAY_INK_STRONG (WAY_TONE_DOING));
  way_scene_end_item (layout->scene, NULL);
  y += title->height + 8;
  for (guint i = 0; i < maps->len; i++)
    {
      double height = add_map (layout, maps->pdata[i], 0, -1);

      add_box (layout, group, (WayRect) { WAY_MARGIN, y, layout->sheet->content_width, height }, WAY_INK_PAPER, WAY_INK_HAIRLINE);
      add_map (layout, maps->pdata[i], y, group);
      y += height + 8;
    }
  way_scene_end_group (layout->scene, group);
  return y - 8 + GAP;
}

/* On a page @scale times as large as A4; whether everything is on it. */
static gboolean
lay_out_on (Layout *layout,
            double  scale)
{
  WayScene *scene = layout->scene;
  WaySheet *sheet = layout->sheet;
  double y, foot;

  way_scene_clear_items (scene);
  scene->width = PAGE_WIDTH * scale;
  scene->height = PAGE_HEIGHT * scale;
  sheet->content_width = scene->width - 2 * WAY_MARGIN;
  layout->root = way_scene_begin_group (scene, WAY_GROUP_MAP, -1, WAY_KIND_PERSONA, way_record_get_id (sheet->persona), scene->title);
  y = add_header (layout, WAY_MARGIN);
  y = add_voice (layout, y);
  y = add_lists (layout, y);
  y = add_maps (layout, y);
  foot = scene->height - WAY_MARGIN - way_sheet_get_foot_height (sheet);
  way_sheet_add_foot (sheet, MAX (y, foot), layout->root);
  way_scene_end_group (scene, layout->root);
  return y <= foot;
}

/**
 * way_persona_lay_out:
 * @data: the records, a WayPersona
 * @scene: where the items go, in place of those that it has
 *
 * Lays out the sheet of a persona, which has the shape of paper: where there is more to say than fits on A4, it is a larger page, and so
 * smaller when it is printed.
 */
void
way_persona_lay_out (gpointer  data,
                     WayScene *scene)
{
  WayPersona *self = data;
  WaySheet *sheet = &self->sheet;
  const char *name = way_record_get_text (sheet->persona, WAY_PERSONA_NAME);
  Layout layout = { self, sheet, scene };
  double scale = 1;

  way_sheet_begin_titled (sheet, scene, name != NULL ? name : C_("persona", "Somebody"), runs_right_to_left (sheet->persona));
  while (!lay_out_on (&layout, scale) && scale < MOST_SCALE)
    scale *= 1.1;
  way_sheet_end (sheet);
}
