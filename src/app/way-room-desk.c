/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room is told of the desk: where it looks, and words while they are typed; never what it shows. */
#include "app/way-room-presenter-private.h"

#include "scene/way-scene-pathway.h"
#include "scene/way-sights.h"

/* A room reads a pathway as the desk does. */
WayReading
way_room_presenter_get_reading (WayRoomPresenter *self)
{
  return way_room_presenter_get_desk_map (self) != NULL ? way_scene_get_reading (way_canvas_get_scene (self->canvas)) : WAY_READING_COMMISSIONER;
}

/* Nullable: whose feelings are picked out at the desk are so in the room. */
const char *
way_room_presenter_get_personas (WayRoomPresenter *self)
{
  return way_room_presenter_get_desk_map (self) != NULL ? way_scene_get_personas (way_canvas_get_scene (self->canvas)) : NULL;
}

static gboolean
is_looked_at_alike (WayRoomPresenter *self,
                    WayScene         *scene)
{
  const char *here = way_scene_get_personas (scene), *desk = way_room_presenter_get_personas (self);

  return way_scene_get_reading (scene) == way_room_presenter_get_reading (self) &&
         g_str_equal (here != NULL ? here : "", desk != NULL ? desk : "");
}

/* Whether the room, where it follows, shows another map than the desk or reads it for others. */
static gboolean
lags (WayRoomPresenter *self)
{
  WayScene *scene = way_projection_get_scene (way_room_presenter_get_projection (self));

  return g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0 || (scene != NULL && !is_looked_at_alike (self, scene));
}

/* Where on the room's map that is which is selected at the desk, if it is there. */
static gboolean
find_selected (WayRoomPresenter *self,
               WayScene         *scene,
               WayRect          *place)
{
  const WaySpot *spot = way_canvas_get_spot (self->canvas);

  return way_spot_is_set (spot) && way_outline_get_bounds (scene, spot, place);
}

/* Tells the room where the desk is, in terms of the room's own map. */
void
way_room_presenter_sync_now (WayRoomPresenter *self)
{
  WayProjection *projection = way_room_presenter_get_projection (self);
  WayScene *desk = self->canvas != NULL ? way_canvas_get_scene (self->canvas) : NULL, *scene;
  WayRect visible, selected;

  if (projection == NULL || desk == NULL)
    return;
  if (way_projection_get_mode (projection) == WAY_PROJECTION_FOLLOW && lags (self))
    way_room_presenter_show_map (self, way_room_presenter_get_desk_map (self));
  scene = way_projection_get_scene (projection);
  if (scene == NULL || g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0 || !way_canvas_get_visible (self->canvas, &visible))
    return;
  visible = way_sights_translate (desk, scene, &visible);
  if (find_selected (self, scene, &selected) && way_rect_intersects (&selected, &visible))
    way_projection_set_desk (projection, &visible, &selected);
  else
    way_projection_set_desk (projection, &visible, NULL);
}

static gboolean
sync_cb (gpointer data)
{
  WayRoomPresenter *self = data;

  self->sync = 0;
  way_room_presenter_sync_now (self);
  return G_SOURCE_REMOVE;
}

/* Many things change at once at the desk: the room is told once, before the next frame. */
void
way_room_presenter_sync_soon (WayRoomPresenter *self)
{
  if (self->room != NULL && self->sync == 0)
    self->sync = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

/* A stage that is not there yet has no cell to be in. */
static gboolean
find_new_stage (WayRoomPresenter *self,
                const WaySpot    *spot,
                WayRect          *area)
{
  WayScene *room = way_projection_get_scene (way_room_presenter_get_projection (self));

  if (spot->kind != WAY_KIND_STAGE || *spot->id != '\0' || room == NULL || !way_canvas_get_draft_area (self->canvas, area))
    return FALSE;
  *area = way_sights_translate (way_canvas_get_scene (self->canvas), room, area);
  return TRUE;
}

static void
draft_cb (WayCanvas        *canvas,
          WaySpot          *spot,
          const char       *text,
          WayRoomPresenter *self)
{
  WayProjection *projection = way_room_presenter_get_projection (self);
  WayDraft draft = { .text = (char *) text };

  if (projection == NULL || g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0)
    return;
  if (text == NULL || spot == NULL || (!find_new_stage (self, spot, &draft.area) && !way_spot_is_set (spot)))
    {
      way_projection_set_draft (projection, NULL);
      return;
    }
  g_strlcpy (draft.lane, spot->lane, sizeof draft.lane);
  g_strlcpy (draft.stage, spot->stage, sizeof draft.stage);
  g_strlcpy (draft.id, spot->id, sizeof draft.id);
  way_projection_set_draft (projection, &draft);
}

void
way_room_presenter_forget_desk (WayRoomPresenter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
        g_clear_object (&self->adjustments[i]);
      }
}

/* The canvas gets its scrollbars from what it is put in. */
static void
adjustments_changed_cb (WayCanvas        *canvas,
                        GParamSpec       *pspec,
                        WayRoomPresenter *self)
{
  GtkAdjustment *now[] = { gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (canvas)), gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas)) };

  way_room_presenter_forget_desk (self);
  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (now[i] != NULL)
      {
        self->adjustments[i] = g_object_ref (now[i]);
        g_signal_connect_swapped (now[i], "changed", G_CALLBACK (way_room_presenter_sync_soon), self);
        g_signal_connect_swapped (now[i], "value-changed", G_CALLBACK (way_room_presenter_sync_soon), self);
      }
}

/* What of the desk the room is told from now on. */
void
way_room_presenter_follow_desk (WayRoomPresenter *self)
{
  g_signal_connect_object (self->canvas, "notify::selected", G_CALLBACK (way_room_presenter_sync_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::zoom", G_CALLBACK (way_room_presenter_sync_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::hadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->canvas, "notify::vadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->canvas, "draft", G_CALLBACK (draft_cb), self, G_CONNECT_DEFAULT);
  adjustments_changed_cb (self->canvas, NULL, self);
}
