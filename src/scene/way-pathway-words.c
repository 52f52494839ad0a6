/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pathway map says of itself: under its title, in its foot, and which sign means what. */
#include "scene/way-pathway-layout.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#define SAMPLE 30.0
#define SIGN_RADIUS 5.0

/* People whom the map was tested against: personas, and scenarios that name none. */
static guint
count_people (WayPathway *self)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const WayPathwayScenario *scenario = g_ptr_array_index (self->scenarios, i);

      g_hash_table_add (people, (char *) way_record_get_id (scenario->persona != NULL ? scenario->persona : scenario->record));
    }
  return g_hash_table_size (people);
}

/* "Pathway map · proposed, version 4 · tested against 3 people" */
static char *
dup_subtitle (WayPathway *self,
              gboolean    right_to_left)
{
  const char *status = way_record_get_text (self->sheet.map, WAY_MAP_STATUS);
  g_autofree char *version = way_sheet_dup_version (&self->sheet);
  guint people = count_people (self);
  GString *text = g_string_new (C_("subtitle", "Pathway map"));
  g_autofree char *whole = NULL;

  if (status != NULL)
    g_string_append_printf (text, " · %s", g_str_equal (status, "proposed") ? C_("status of a map", "proposed")
                                                                            : C_("status of a map", "as it is now"));
  if (version != NULL)
    {
      g_autofree char *isolated = way_text_dup_isolated (version, right_to_left);

      g_string_append_printf (text, "%s%s", status != NULL ? C_("names in a sentence", ", ") : " · ", isolated);
    }
  if (people > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (NULL, "tested against %u person", "tested against %u people", people), people);
    }
  whole = g_string_free_and_steal (text);
  return way_text_dup_directed (whole, right_to_left);
}

/* Sets what heading and foot say of the map. */
void
way_pathway_say (WayPathway *self,
                 gboolean    right_to_left)
{
  g_free (self->sheet.subtitle);
  self->sheet.subtitle = dup_subtitle (self, right_to_left);
  g_set_str (&self->sheet.remark, way_reading_get_remark (self->reading));
}

typedef struct
{
  WayPathwayLayout *layout;
  guint group;
  double x, y, height;
} Legend;

/* Begins an entry with a sign @width wide; gives the text's block, which is put beside the sign by end_entry(). */
static WayTextBlock *
begin_entry (Legend     *legend,
             const char *text,
             double      width,
             WayRect    *sign)
{
  WaySheet *sheet = legend->layout->sheet;
  WayTextBlock *block = way_sheet_get_block (sheet, WAY_TEXT_SMALL, text, -1);

  if (legend->x > WAY_MARGIN && legend->x + width + 8 + block->width > WAY_MARGIN + sheet->content_width)
    {
      legend->x = WAY_MARGIN;
      legend->y += legend->height + 6;
    }
  legend->height = MAX (block->height, 14);
  *sign = (WayRect) { legend->x, legend->y, width, legend->height };
  way_scene_begin_item (legend->layout->scene, WAY_ROLE_KEY, legend->group, WAY_KIND_NONE, NULL, -1);
  return block;
}

static void
end_entry (Legend        *legend,
           WayTextBlock  *block,
           const WayRect *sign)
{
  way_scene_add_text (legend->layout->scene, block, sign->x + sign->width + 8, legend->y + (legend->height - block->height) / 2,
                      WAY_INK_SECONDARY);
  way_scene_end_item (legend->layout->scene, NULL);
  legend->x = sign->x + sign->width + 8 + block->width + 24;
}

static void
add_ties (Legend *legend)
{
  WayPathwayLayout *layout = legend->layout;
  const char *names[] = { C_("kind of link", "flow"), C_("kind of link", "information"), C_("kind of link", "makes possible") };
  gboolean used[G_N_ELEMENTS (names)] = { FALSE };

  for (guint i = 0; i < layout->edges->len; i++)
    used[WAY_LAYOUT_EDGE (layout, i)->tie] = TRUE;
  for (guint tie = 0; tie < G_N_ELEMENTS (names); tie++)
    {
      WayRect sign;
      WayTextBlock *block;

      if (!used[tie])
        continue;
      block = begin_entry (legend, names[tie], SAMPLE, &sign);
      way_pathway_add_link_sample (layout, tie, sign);
      end_entry (legend, block, &sign);
    }
}

static void
add_signs (Legend *legend)
{
  WayPathwayLayout *layout = legend->layout;
  const char *names[] = { C_("outcome", "met"), C_("outcome", "partly met"), C_("outcome", "not met"), C_("outcome", "gap") };

  for (guint i = 0; layout->stops->len > 0 && i < G_N_ELEMENTS (names); i++)
    {
      WayRect sign;
      WayTextBlock *block = begin_entry (legend, names[i], 2 * SIGN_RADIUS, &sign);

      way_pathway_add_sign (layout->scene, i, (WayPoint) { sign.x + SIGN_RADIUS, sign.y + sign.height / 2 }, SIGN_RADIUS);
      end_entry (legend, block, &sign);
    }
}

static void
add_leap (Legend *legend)
{
  WayPathwayLayout *layout = legend->layout;
  guint off_map = 0;
  WayTextBlock *block;
  WayRect sign;

  for (guint i = 0; i < layout->walks->len; i++)
    if (WAY_LAYOUT_WALK (layout, i)->counts != NULL)
      off_map += WAY_LAYOUT_WALK (layout, i)->counts->off_map;
  if (off_map == 0)
    return;
  block = begin_entry (legend, C_("scenario", "a move that the map does not have"), SAMPLE, &sign);
  way_pathway_add_leap_sample (layout, sign);
  end_entry (legend, block, &sign);
}

/* Which line and which sign means what; gives where there is room below. */
double
way_pathway_add_legend (WayPathwayLayout *layout,
                        double            y,
                        guint             map_group)
{
  Legend legend = { .layout = layout, .x = WAY_MARGIN, .y = y };

  if (layout->edges->len == 0 && layout->stops->len == 0)
    return y;
  legend.group = way_scene_begin_group (layout->scene, WAY_GROUP_KEY, map_group, WAY_KIND_NONE, NULL,
                                        C_("part of a map", "What lines and signs mean"));
  add_ties (&legend);
  add_signs (&legend);
  add_leap (&legend);
  way_scene_end_group (layout->scene, legend.group);
  return way_sheet_round_up (legend.y + legend.height);
}
