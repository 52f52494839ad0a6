/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New steps and links of a pathway map, and what is written on links: words, and a wait as people say it. */
#include "canvas/way-canvas-pathway.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "base/way-wait.h"
#include "canvas/way-link-chooser.h"
#include "scene/way-scene-pathway.h"

#define ARABIC_COMMA 0x060c

/* Whether a text is a wait. A bare number is rather the label of a way out of a decision. */
static gboolean
read_wait (const char *text,
           double     *days)
{
  gboolean says_more = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    says_more |= g_unichar_isalpha (g_utf8_get_char (at));
  return says_more && way_wait_recognise (text, days);
}

/* Takes a wait from the end of @text, "yes, 3 weeks", where one is there. */
static gboolean
take_wait (char   *text,
           double *days)
{
  if (read_wait (text, days))
    {
      *text = '\0';
      return TRUE;
    }
  for (char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if ((*at == ',' || g_utf8_get_char (at) == ARABIC_COMMA) && read_wait (g_utf8_next_char (at), days))
      {
        *at = '\0';
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer full): what is written on a link, as it can be typed: its label, and its wait on a line of its own */
char *
way_pathway_dup_link_words (WayRecord *link)
{
  const char *label = way_record_get_text (link, WAY_LINK_LABEL);
  g_autofree char *wait = way_record_has (link, WAY_LINK_WAIT_DAYS) ? way_wait_dup_label (way_record_get_number (link, WAY_LINK_WAIT_DAYS))
                                                                    : NULL;

  if (label == NULL || wait == NULL)
    return g_strdup (label != NULL ? label : wait != NULL ? wait : "");
  return g_strdup_printf ("%s\n%s", label, wait);
}

/**
 * way_pathway_add_link_words:
 * @link: a link that is not sealed
 * @text: what was typed for it
 * @keep: whether what is not in @text stays: of a label that is typed over a wait, the wait
 *
 * Sets the label and the wait of a link from what was typed.
 */
void
way_pathway_add_link_words (WayRecord  *link,
                            const char *text,
                            gboolean    keep)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) label = g_string_new (NULL);
  g_autofree char *before = way_record_has (link, WAY_LINK_WAIT_DAYS) ? way_wait_dup_label (way_record_get_number (link, WAY_LINK_WAIT_DAYS))
                                                                      : NULL;
  gboolean waits = FALSE, same = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double days;

      /* A label may say less than was kept, and what nobody touched is not rounded. */
      if (g_strcmp0 (lines[i], before) == 0)
        {
          same = waits = TRUE;
          continue;
        }
      if (!same && take_wait (lines[i], &days))
        {
          way_record_set_number (link, WAY_LINK_WAIT_DAYS, days);
          waits = TRUE;
        }
      if (!way_text_is_blank (lines[i]))
        g_string_append_printf (label, "%s%s", label->len > 0 ? "\n" : "", g_strstrip (lines[i]));
    }
  if (label->len > 0)
    way_record_set_text (link, WAY_LINK_LABEL, label->str);
  else if (!keep || !waits)
    way_record_clear (link, WAY_LINK_LABEL);
  if (!waits && !keep)
    way_record_clear (link, WAY_LINK_WAIT_DAYS);
}

/* Returns: (transfer full): a link that can still be changed */
WayRecord *
way_pathway_new_link (WayCanvas  *self,
                      const char *from,
                      const char *to,
                      const char *kind)
{
  WayRecord *link = way_record_new (WAY_KIND_LINK, NULL, way_scene_get_map_id (self->scene));

  way_record_set_text (link, WAY_LINK_FROM, from);
  way_record_set_text (link, WAY_LINK_TO, to);
  way_record_set_text (link, WAY_LINK_KIND, kind);
  return link;
}

/* The link of that kind that there is already. Nullable. */
static const char *
find_link (WayCanvas  *self,
           const char *from,
           const char *to,
           const char *kind)
{
  g_autoptr (GArray) links = way_scene_list_links_from (self->scene, from);

  for (guint i = 0; i < links->len; i++)
    {
      const char *id = way_scene_get_item (self->scene, g_array_index (links, guint, i))->id, *start, *end;
      g_autoptr (WayRecord) link = way_canvas_read_record (self, WAY_KIND_LINK, id);
      const char *its = link != NULL ? way_record_get_text (link, WAY_LINK_KIND) : NULL;

      if (link != NULL && way_scene_get_link_ends (self->scene, id, &start, &end) && g_strcmp0 (end, to) == 0 &&
          g_str_equal (its != NULL ? its : "flow", kind))
        return id;
    }
  return NULL;
}

/* Makes a link between two steps and selects it. */
gboolean
way_pathway_link (WayCanvas  *self,
                  const char *from,
                  const char *to,
                  const char *kind)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add link"));
  g_autoptr (WayRecord) link = NULL;
  const char *same = find_link (self, from, to, kind);

  if (same != NULL)
    {
      way_canvas_select_id (self, same);
      way_canvas_refuse (self, _("These two are linked like that already."));
      return FALSE;
    }
  link = way_pathway_new_link (self, from, to, kind);
  way_edit_put (edit, link);
  if (!way_canvas_send (self, edit, _("Link added")))
    return FALSE;
  way_canvas_select_id (self, way_record_get_id (link));
  return TRUE;
}

/* The link that a step is put into then leads to it, with what is written on it, and another one on from it. */
static gboolean
put_into_link (WayCanvas  *self,
               WayEdit    *edit,
               const char *id,
               const char *step)
{
  g_autoptr (WayRecord) record = way_canvas_read_record (self, WAY_KIND_LINK, id);
  g_autoptr (WayRecord) first = NULL, second = NULL;
  const char *kind;

  if (record == NULL)
    return FALSE;
  kind = way_record_get_text (record, WAY_LINK_KIND);
  first = way_record_copy (record);
  second = way_pathway_new_link (self, step, way_record_get_text (record, WAY_LINK_TO), kind != NULL ? kind : "flow");
  way_record_set_text (first, WAY_LINK_TO, step);
  way_edit_put (edit, first);
  way_edit_put (edit, second);
  return TRUE;
}

/**
 * way_pathway_make_step:
 * @self: a canvas
 * @how: what the step is linked with
 * @beside: that step or link
 * @lane: the lane that it stands in
 * @link_kind: the kind of link to a step
 * @title: what it is called
 *
 * Makes a step with the link that it needs, as one edit, and selects it.
 *
 * Returns: whether it is there
 */
gboolean
way_pathway_make_step (WayCanvas     *self,
                       WayPathwayNew  how,
                       const char    *beside,
                       const char    *lane,
                       const char    *link_kind,
                       const char    *title)
{
  g_autoptr (WayEdit) edit = way_edit_new (_("Add step"));
  g_autoptr (WayRecord) step = way_record_new (WAY_KIND_STEP, NULL, way_scene_get_map_id (self->scene));
  g_autoptr (WayRecord) link = NULL;
  const char *id = way_record_get_id (step);

  way_record_set_text (step, WAY_STEP_LANE, lane);
  way_record_set_text (step, WAY_STEP_KIND, "step");
  way_record_set_text (step, WAY_STEP_TITLE, title);
  way_edit_put (edit, step);
  if (how == WAY_PATHWAY_AFTER || how == WAY_PATHWAY_BEFORE)
    {
      link = way_pathway_new_link (self, how == WAY_PATHWAY_AFTER ? beside : id, how == WAY_PATHWAY_AFTER ? id : beside, link_kind);
      way_edit_put (edit, link);
    }
  else if (how == WAY_PATHWAY_ON_LINK && !put_into_link (self, edit, beside, id))
    return FALSE;
  if (!way_canvas_send (self, edit, _("Step added")))
    return FALSE;
  way_canvas_select_id (self, id);
  return TRUE;
}

/* Which kind of link leads on from a step most often: support and commissioning make possible what others do. */
const char *
way_pathway_guess_kind (WayCanvas  *self,
                        const char *step)
{
  g_autoptr (WayRecord) lane = NULL;
  const char *kind;
  WaySpot spot;

  if (!way_outline_find (self->scene, step, &spot) || *spot.lane == '\0' ||
      (lane = way_canvas_read_record (self, WAY_KIND_LANE, spot.lane)) == NULL)
    return "flow";
  kind = way_record_get_text (lane, WAY_LANE_KIND);
  return g_strcmp0 (kind, "support") == 0 || g_strcmp0 (kind, "commissioning") == 0 ? "enables" : "flow";
}

static void
chosen_cb (WayCanvas  *self,
           const char *from,
           const char *to,
           const char *title,
           const char *kind)
{
  WaySpot spot;

  if (to != NULL)
    way_pathway_link (self, from, to, kind);
  else if (way_outline_find (self->scene, from, &spot))
    way_pathway_make_step (self, WAY_PATHWAY_AFTER, from, spot.lane, kind, title);
}

/* Asks which step the selected one is to be linked to. */
void
way_pathway_ask_link (WayCanvas *self)
{
  if (self->selected.kind == WAY_KIND_STEP)
    way_link_chooser_ask (self, self->selected.id, way_pathway_guess_kind (self, self->selected.id), chosen_cb);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
