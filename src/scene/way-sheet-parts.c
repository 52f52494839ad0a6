/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that stand on maps of every kind: flags, quotes with where they are from, the header of a lane. */
#include "scene/way-sheet.h"

#include "base/way-i18n.h"
#include "base/way-text.h"

#define FLAG_GAP 2.0
#define QUOTE_INDENT 14.0

static const char *
get_flag_word (WayRecord *flag)
{
  const char *kind = way_record_get_text (flag, WAY_FLAG_KIND);

  if (g_strcmp0 (kind, "concern") == 0)
    return C_("flag", "Concern");
  if (g_strcmp0 (kind, "idea") == 0)
    return C_("flag", "Idea");
  if (g_strcmp0 (kind, "decision") == 0)
    return C_("flag", "Decision");
  return C_("flag", "Question");
}

static WayTextBlock *
get_disc (WaySheet           *self,
          const WaySheetFlag *flag,
          double             *radius)
{
  g_autofree char *number = g_strdup_printf ("%u", flag->number);
  WayTextBlock *block = way_sheet_get_block (self, WAY_TEXT_DISC, number, -1);

  *radius = MAX (WAY_FLAG_RADIUS, block->width / 2 + 4);
  return block;
}

/* How much of a chip's end lies under the discs of its flags and has no text. */
double
way_sheet_get_flag_room (WaySheet   *self,
                         const char *id,
                         double      most)
{
  GPtrArray *flags = way_sheet_get_on (self->flags_on, id);
  double room = -WAY_CHIP_INSET / 2 - WAY_FLAG_OVERHANG, radius;

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      get_disc (self, g_ptr_array_index (flags, i), &radius);
      room += 2 * radius + FLAG_GAP;
    }
  return CLAMP (room, 0, most);
}

/* The discs of the flags that are pinned to something, from its right corner inwards. */
void
way_sheet_add_flags (WaySheet   *self,
                     guint       group,
                     int         owner,
                     const char *id,
                     double      right,
                     double      y)
{
  GPtrArray *flags = id != NULL ? way_sheet_get_on (self->flags_on, id) : NULL;
  WayScene *scene = self->scene;

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    {
      WaySheetFlag *flag = g_ptr_array_index (flags, i);
      /* Translators: a numbered disc on a map: "Flag 3, Question: Who could ring on a Sunday?" */
      g_autofree char *label = g_strdup_printf (C_("flag", "Flag %u, %s: %s"), flag->number, get_flag_word (flag->record),
                                                way_record_has (flag->record, WAY_FLAG_TEXT)
                                                  ? way_record_get_text (flag->record, WAY_FLAG_TEXT) : "");
      double radius;
      WayTextBlock *block = get_disc (self, flag, &radius);
      double x = right - radius;

      right -= 2 * radius + FLAG_GAP;
      way_scene_begin_item (scene, WAY_ROLE_FLAG, group, WAY_KIND_FLAG, way_record_get_id (flag->record), owner);
      way_scene_add_box (scene, (WayRect) { x - radius, y - radius, 2 * radius, 2 * radius }, radius, WAY_INK_FLAG,
                         WAY_INK_FLAG_LINE, 1.25);
      way_scene_add_text (scene, block, x - block->width / 2, y - block->height / 2, WAY_INK_ON_FLAG);
      way_scene_end_item (scene, label);
    }
}

/* An opening quotation mark, drawn and not written, so that the words stay the teller's own. */
void
way_sheet_add_quotation_mark (WaySheet *self,
                              double    x,
                              double    y,
                              double    scale,
                              WayInk    ink)
{
  WayPath *path = way_path_new ();
#define AT(right, down) (WayPoint) { left + scale * (right), top + scale * (down) }

  for (guint i = 0; i < 2; i++)
    {
      double left = x + i * 5.0 * scale, top = y + 3 * scale;

      way_path_move (path, left + 3.6 * scale, top);
      way_path_curve (path, AT (1.4, 1), AT (0, 2.8), AT (0, 5));
      way_path_curve (path, AT (0, 7.6), AT (3.8, 7.6), AT (3.8, 5));
      way_path_curve (path, AT (3.8, 3.6), AT (2.8, 3.1), AT (2, 3.2));
      way_path_curve (path, AT (2, 2.2), AT (2.6, 1.4), AT (4, 0.8));
      way_path_close (path);
    }
#undef AT
  way_scene_add_path (self->scene, path, ink, WAY_INK_NONE, 0, WAY_DASH_NONE);
}

/* The words of a quote and where they are from, without a frame. */
double
way_sheet_add_quote (WaySheet            *self,
                     const WaySheetQuote *quote,
                     double               x,
                     double               y,
                     double               width,
                     gboolean             add)
{
  WayScene *scene = self->scene;
  WayTextBlock *source = way_sheet_get_block (self, WAY_TEXT_SOURCE, quote->source, width - QUOTE_INDENT);
  double height = 0;

  if (quote->words != NULL)
    {
      WayTextStyle style = way_text_is_right_to_left (quote->words) ? WAY_TEXT_BODY : WAY_TEXT_SPEECH;
      WayTextBlock *words = way_sheet_get_set_block (self, style, quote->words, width - QUOTE_INDENT, PANGO_ALIGN_LEFT,
                                                     quote->language);

      if (add)
        way_scene_add_text (scene, words, x + QUOTE_INDENT, y, WAY_INK_TEXT);
      height = words->height + 3;
    }
  if (add)
    {
      way_scene_add_text (scene, source, x + QUOTE_INDENT, y + height, WAY_INK_STRONG (WAY_TONE_EVIDENCE));
      way_sheet_add_quotation_mark (self, x, y, 1, WAY_INK_STRONG (WAY_TONE_EVIDENCE));
    }
  return height + source->height;
}

const char *
way_sheet_get_quote_label (const WaySheetQuote *quote)
{
  return quote->kind == WAY_KIND_STORY ? C_("item of a map", "Story") : C_("item of a map", "Quote");
}

/* Quotes below each other; only measured without a @group (-1). Gives how high they stand. */
double
way_sheet_add_quotes (WaySheet  *self,
                      GPtrArray *quotes,
                      double     x,
                      double     y,
                      double     width,
                      int        group,
                      int        owner)
{
  double height = 0;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const WaySheetQuote *quote = g_ptr_array_index (quotes, i);

      height += 6;
      if (group >= 0)
        way_scene_begin_item (self->scene, WAY_ROLE_QUOTE, group, quote->kind, quote->id, owner);
      height += way_sheet_add_quote (self, quote, x, y + height, width, group >= 0);
      if (group >= 0)
        way_scene_end_item (self->scene, way_sheet_get_quote_label (quote));
    }
  return height;
}

/* The head of a lane in @rect; gives how far down its name reaches. Only measured unless it is to @add. */
double
way_sheet_add_lane_header (WaySheet   *self,
                           WayRecord  *lane,
                           const char *title,
                           WayTone     tone,
                           WayRect     rect,
                           double      text_width,
                           guint       group,
                           gboolean    add)
{
  WayScene *scene = self->scene;
  WayTextBlock *block = way_sheet_get_aligned_block (self, WAY_TEXT_LANE, title, text_width, FALSE);
  const char *id = lane != NULL ? way_record_get_id (lane) : NULL;

  if (add)
    {
      int item = way_scene_begin_item (scene, WAY_ROLE_LANE, group, WAY_KIND_LANE, id, -1);

      way_scene_add_box (scene, rect, WAY_CORNER, WAY_INK_TINT (tone), WAY_INK_NONE, 0);
      way_scene_add_box (scene, (WayRect) { rect.x + 4, rect.y + 10, 3.5, rect.height - 20 }, 1.75, WAY_INK_STRONG (tone), WAY_INK_NONE, 0);
      way_scene_add_text (scene, block, rect.x + 16, rect.y + 10, WAY_INK_STRONG (tone));
      way_scene_end_item (scene, NULL);
      way_sheet_add_flags (self, group, item, id, rect.x + rect.width + 4, rect.y + 2);
    }
  return 10 + block->height;
}
