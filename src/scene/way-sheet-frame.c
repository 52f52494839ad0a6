/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around every map: title, question and persona above, what the flags say and where it comes from below. */
#include "scene/way-sheet.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-map-version.h"

/* A line in the heading below @y; gives where it ends. */
static double
add_heading_line (WaySheet   *self,
                  WayRole     role,
                  const char *text,
                  double      y,
                  double      width,
                  guint       group)
{
  WayTextBlock *block = way_sheet_get_aligned_block (self, WAY_TEXT_QUESTION, text, width, FALSE);

  way_scene_begin_item (self->scene, role, group, WAY_KIND_MAP, way_record_get_id (self->map), -1);
  way_scene_add_text (self->scene, block, WAY_MARGIN, y + 4, WAY_INK_SECONDARY);
  way_scene_end_item (self->scene, NULL);
  return y + 4 + block->height;
}

static double
add_title (WaySheet *self,
           double    y,
           double    width,
           guint     group)
{
  WayScene *scene = self->scene;
  const char *map_id = way_record_get_id (self->map);
  const char *question = way_record_get_text (self->map, WAY_MAP_QUESTION);
  WayTextBlock *title = way_sheet_get_aligned_block (self, WAY_TEXT_TITLE, scene->title, width, FALSE);
  int item = way_scene_begin_item (scene, WAY_ROLE_TITLE, group, WAY_KIND_MAP, map_id, -1);

  way_scene_add_text (scene, title, WAY_MARGIN, y, WAY_INK_TEXT);
  way_scene_end_item (scene, NULL);
  way_sheet_add_flags (self, group, item, map_id, WAY_MARGIN + title->width + 2 * WAY_FLAG_RADIUS + 8, y + title->height / 2);
  y += title->height;
  if (question != NULL)
    y = add_heading_line (self, WAY_ROLE_QUESTION, question, y, width, group);
  if (self->subtitle != NULL)
    y = add_heading_line (self, WAY_ROLE_SUBTITLE, self->subtitle, y, width, group);
  return y;
}

/* The card that says whose journey it is. */
static double
add_persona (WaySheet *self,
             double    x,
             double    y,
             double    width,
             int       group)
{
  const double inset = 14, radius = 18;
  WayScene *scene = self->scene;
  WayRecord *persona = self->persona;
  const char *name = way_record_get_text (persona, WAY_PERSONA_NAME), *about = way_record_get_text (persona, WAY_PERSONA_ABOUT);
  double left = inset + 2 * radius + 12, text_width = width - left - inset;
  g_autofree char *who = way_text_dup_isolated (name != NULL ? name : "", scene->right_to_left);
  /* Translators: the name on the card of a pen portrait: "Ray, 47 — persona". */
  g_autofree char *said = g_strdup_printf (C_("persona card", "%s — persona"), who);
  g_autofree char *heading = way_text_dup_directed (said, scene->right_to_left);
  g_autofree char *initial = name != NULL ? g_utf8_substring (name, 0, 1) : g_strdup ("");
  WayTextBlock *name_block = way_sheet_get_aligned_block (self, WAY_TEXT_NAME, heading, text_width, FALSE);
  WayTextBlock *about_block = about != NULL ? way_sheet_get_aligned_block (self, WAY_TEXT_SMALL, about, text_width, FALSE) : NULL;
  WayTextBlock *letter = way_sheet_get_block (self, WAY_TEXT_NAME, initial, -1);
  double text_height = name_block->height + (about_block != NULL ? about_block->height + 3 : 0);
  double height = MAX (text_height, 2 * radius) + 2 * 12;
  int item;

  if (group < 0)
    return height;
  item = way_scene_begin_item (scene, WAY_ROLE_PERSONA, group, WAY_KIND_PERSONA, way_record_get_id (persona), -1);
  way_scene_add_box (scene, (WayRect) { x, y, width, height }, 10, WAY_INK_PAPER, WAY_INK_HAIRLINE, 0.75);
  way_scene_add_box (scene, (WayRect) { x + inset, y + height / 2 - radius, 2 * radius, 2 * radius }, radius,
                     WAY_INK_TINT (WAY_TONE_DOING), WAY_INK_STRONG (WAY_TONE_DOING), 1.25);
  way_scene_add_text (scene, letter, x + inset + radius - letter->width / 2, y + (height - letter->height) / 2,
                      WAY_INK_STRONG (WAY_TONE_DOING));
  way_scene_add_text (scene, name_block, x + left, y + (height - text_height) / 2, WAY_INK_TEXT);
  if (about_block != NULL)
    way_scene_add_text (scene, about_block, x + left, y + (height - text_height) / 2 + name_block->height + 3, WAY_INK_SECONDARY);
  way_scene_end_item (scene, NULL);
  way_sheet_add_flags (self, group, item, way_record_get_id (persona), x + width - 4, y);
  return height;
}

/* Title and question, with the persona beside them where there is room, and below where there is not. */
double
way_sheet_add_header (WaySheet *self,
                      double    y,
                      guint     map_group)
{
  const double gap = 32;
  guint group = way_scene_begin_group (self->scene, WAY_GROUP_HEADER, map_group, WAY_KIND_NONE, NULL, C_("part of a map", "Heading"));
  double persona_width = CLAMP (self->content_width * 0.4, 300, 420), title_width = self->content_width, bottom;

  if (self->persona != NULL)
    title_width -= persona_width + gap;
  bottom = add_title (self, y, title_width, group);
  if (self->persona != NULL)
    {
      double persona_bottom = y + add_persona (self, WAY_MARGIN + self->content_width - persona_width, y, persona_width, group);

      bottom = MAX (bottom, persona_bottom);
    }
  way_scene_end_group (self->scene, group);
  return way_sheet_round_up (bottom);
}

static char *
dup_flag_text (WayRecord *flag,
               gboolean   right_to_left)
{
  const char *kind = way_record_get_text (flag, WAY_FLAG_KIND), *answer = way_record_get_text (flag, WAY_FLAG_ANSWER);
  const char *asked = way_record_has (flag, WAY_FLAG_TEXT) ? way_record_get_text (flag, WAY_FLAG_TEXT) : "";
  g_autofree char *text = way_text_dup_isolated (asked, right_to_left);
  g_autofree char *said = NULL, *whole = NULL;

  if (g_strcmp0 (kind, "concern") == 0)
    said = g_strdup_printf (C_("key of a map", "Concern: %s"), text);
  else if (g_strcmp0 (kind, "idea") == 0)
    said = g_strdup_printf (C_("key of a map", "Idea: %s"), text);
  else if (g_strcmp0 (kind, "decision") == 0)
    said = g_strdup_printf (C_("key of a map", "Decision: %s"), text);
  else
    said = g_strdup_printf (C_("key of a map", "Question: %s"), text);
  if (answer != NULL)
    {
      g_autofree char *answered = way_text_dup_isolated (answer, right_to_left);

      /* Translators: under a question or concern of the key: what was answered. */
      whole = g_strdup_printf (C_("key of a map", "%s\nAnswer: %s"), said, answered);
    }
  return way_text_dup_directed (whole != NULL ? whole : said, right_to_left);
}

static void
add_key_entry (WaySheet           *self,
               const WaySheetFlag *flag,
               WayTextBlock       *text,
               double              x,
               double              y,
               guint               group)
{
  WayScene *scene = self->scene;
  g_autofree char *number = g_strdup_printf ("%u", flag->number);
  WayTextBlock *disc = way_sheet_get_block (self, WAY_TEXT_DISC, number, -1);
  double radius = MAX (WAY_FLAG_RADIUS, disc->width / 2 + 4), middle = y + MAX (text->baseline - 4, radius);

  way_scene_begin_item (scene, WAY_ROLE_KEY, group, WAY_KIND_FLAG, way_record_get_id (flag->record), -1);
  way_scene_add_box (scene, (WayRect) { x, middle - radius, 2 * radius, 2 * radius }, radius, WAY_INK_FLAG, WAY_INK_FLAG_LINE, 1.25);
  way_scene_add_text (scene, disc, x + radius - disc->width / 2, middle - disc->height / 2, WAY_INK_ON_FLAG);
  way_scene_add_text (scene, text, x + 28, y, WAY_INK_TEXT);
  way_scene_end_item (scene, NULL);
}

/* What the numbered flags say, in columns that are read row by row. */
double
way_sheet_add_key (WaySheet *self,
                   double    y,
                   guint     map_group)
{
  GPtrArray *flags = self->flags;
  guint n_columns = CLAMP ((guint) (self->content_width / 340), 1, MAX (flags->len, 1));
  double width = MIN (self->content_width / n_columns, 460);
  guint group;

  if (flags->len == 0)
    return y;
  group = way_scene_begin_group (self->scene, WAY_GROUP_KEY, map_group, WAY_KIND_NONE, NULL,
                                 C_("part of a map", "Questions, concerns, ideas and decisions"));
  for (guint first = 0; first < flags->len; first += n_columns)
    {
      double height = 0;

      for (guint i = first; i < MIN (first + n_columns, flags->len); i++)
        {
          const WaySheetFlag *flag = g_ptr_array_index (flags, i);
          g_autofree char *said = dup_flag_text (flag->record, self->scene->right_to_left);
          WayTextBlock *block = way_sheet_get_aligned_block (self, WAY_TEXT_KEY, said, width - 28 - 20, FALSE);

          add_key_entry (self, flag, block, WAY_MARGIN + (i - first) * width, y, group);
          height = MAX (height, MAX (block->height, 2 * WAY_FLAG_RADIUS + 3));
        }
      y += height + WAY_GRID;
    }
  way_scene_end_group (self->scene, group);
  return way_sheet_round_up (y);
}

static void
take_part (GString *text,
           gboolean right_to_left,
           char    *part)
{
  g_autofree char *isolated = part != NULL ? way_text_dup_isolated (part, right_to_left) : NULL;

  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", isolated);
  g_free (part);
}

/* What stands in the foot runs as the map does. */
static char *
dup_line (GString *text,
          gboolean right_to_left)
{
  g_autofree char *parts = g_string_free_and_steal (text);

  return way_text_dup_directed (parts, right_to_left);
}

/* Nullable: "version 4". */
char *
way_sheet_dup_version (WaySheet *self)
{
  g_autofree char *version = way_map_dup_version (self->map);

  return version != NULL ? g_strdup_printf (C_("foot of a map", "version %s"), version) : NULL;
}

static char *
dup_date (const char *today)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (today, utc);
  g_autofree char *whole = date == NULL ? g_strconcat (today, "T00:00:00Z", NULL) : NULL;

  if (date == NULL)
    date = g_date_time_new_from_iso8601 (whole, utc);
  /* Translators: the date in the foot of a map; see g_date_time_format(). */
  return date != NULL ? g_date_time_format (date, C_("foot of a map", "%-d %B %Y")) : NULL;
}

static char *
dup_origin (WaySheet   *self,
            const char *today,
            gboolean    right_to_left)
{
  GString *text = g_string_new (NULL);
  const char *status = self->map != NULL ? way_record_get_text (self->map, WAY_MAP_STATUS) : NULL;

  if (self->workspace != NULL)
    {
      take_part (text, right_to_left, g_strdup (way_record_get_text (self->workspace, WAY_WORKSPACE_TITLE)));
      take_part (text, right_to_left, g_strdup (way_record_get_text (self->workspace, WAY_WORKSPACE_PLACE)));
    }
  if (self->map != NULL)
    take_part (text, right_to_left, way_sheet_dup_version (self));
  if (g_strcmp0 (status, "proposed") == 0)
    take_part (text, right_to_left, g_strdup (C_("status of a map", "proposed")));
  else if (status != NULL)
    take_part (text, right_to_left, g_strdup (C_("status of a map", "as it is now")));
  take_part (text, right_to_left, dup_date (today));
  take_part (text, right_to_left, g_strdup (self->remark));
  return dup_line (text, right_to_left);
}

static char *
dup_consent (WaySheet *self)
{
  WaySceneOptions *options = &self->scene->options;
  gboolean mirrored = self->scene->right_to_left;
  GString *text = g_string_new (NULL);

  switch (way_lens_get_audience (self->scene->lens))
    {
    case WAY_AUDIENCE_DESK:
      if (self->n_quotes > 0)
        take_part (text, mirrored, g_strdup (C_("foot of a map", "For the desk only: quotes are shown whatever was agreed")));
      break;
    case WAY_AUDIENCE_TEAM:
      if (self->n_quotes > 0)
        take_part (text, mirrored, g_strdup (C_("foot of a map", "Quotes shown with consent for the team")));
      break;
    case WAY_AUDIENCE_WORKSHOP:
      if (self->n_quotes > 0)
        take_part (text, mirrored, g_strdup (C_("foot of a map", "Quotes shown with consent for workshop use")));
      break;
    case WAY_AUDIENCE_PUBLIC:
    default:
      if (self->n_quotes > 0)
        take_part (text, mirrored, g_strdup (C_("foot of a map", "Quotes shown with consent to publish")));
      break;
    }
  if (self->hidden_quotes > 0)
    take_part (text, mirrored, g_strdup_printf (g_dngettext (NULL, "%u quote not shown to this audience",
                                                             "%u quotes not shown to this audience", self->hidden_quotes),
                                                self->hidden_quotes));
  if (options->pages > 0)
    take_part (text, mirrored, g_strdup_printf (C_("foot of a map", "page %u of %u"), options->page, options->pages));
  return dup_line (text, mirrored);
}

/* What was agreed to is nullable: where there is nothing to say of it, the other has the whole line. */
static double
get_foot_blocks (WaySheet      *self,
                 WayTextBlock **origin,
                 WayTextBlock **consent)
{
  const double width = self->content_width / 2 - 16;
  WayScene *scene = self->scene;
  g_autofree char *from = dup_origin (self, way_lens_get_today (scene->lens), scene->right_to_left);
  g_autofree char *agreed = dup_consent (self);

  *origin = way_sheet_get_aligned_block (self, WAY_TEXT_SMALL, from, *agreed != '\0' ? width : self->content_width, FALSE);
  *consent = *agreed != '\0' ? way_sheet_get_aligned_block (self, WAY_TEXT_SMALL, agreed, width, TRUE) : NULL;
  return MAX ((*origin)->height, *consent != NULL ? (*consent)->height : 0);
}

/* Where the map comes from, on the left, and what was agreed to, on the right. */
double
way_sheet_add_foot (WaySheet *self,
                    double    y,
                    guint     map_group)
{
  WayScene *scene = self->scene;
  guint group = way_scene_begin_group (scene, WAY_GROUP_FOOT, map_group, WAY_KIND_NONE, NULL, C_("part of a map", "Foot"));
  WayTextBlock *origin, *consent;
  double height = get_foot_blocks (self, &origin, &consent);

  way_scene_begin_item (scene, WAY_ROLE_FOOT, group, WAY_KIND_NONE, NULL, -1);
  way_scene_add_text (scene, origin, WAY_MARGIN, y, WAY_INK_SECONDARY);
  way_scene_end_item (scene, NULL);
  if (consent != NULL)
    {
      way_scene_begin_item (scene, WAY_ROLE_FOOT, group, WAY_KIND_NONE, NULL, -1);
      way_scene_add_text (scene, consent, WAY_MARGIN + self->content_width - consent->area, y, WAY_INK_SECONDARY);
      way_scene_end_item (scene, NULL);
    }
  way_scene_end_group (scene, group);
  return y + height;
}

/* How high the foot will be, where it stands at the end of a page. */
double
way_sheet_get_foot_height (WaySheet *self)
{
  WayTextBlock *origin, *consent;

  return get_foot_blocks (self, &origin, &consent);
}
