/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions `room.…`: what is done about the room, from the desk, by keys and by clickers. */
#include "app/way-room-presenter-private.h"

static const char *const modes[] = { "follow", "hold", "walk" };

static GSimpleAction *
get_action (WayRoomPresenter *self,
            const char       *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

void
way_room_presenter_update_actions (WayRoomPresenter *self)
{
  static const char *const with_room[] = { "end", "next", "previous", "first", "last", "black", "mode" };
  gboolean map = self->workspace != NULL && way_room_presenter_get_desk_map (self) != NULL;

  g_simple_action_set_enabled (get_action (self, "start"), map);
  g_simple_action_set_enabled (get_action (self, "start-here"), map);
  g_simple_action_set_enabled (get_action (self, "play"), map);
  for (guint i = 0; i < G_N_ELEMENTS (with_room); i++)
    g_simple_action_set_enabled (get_action (self, with_room[i]), self->room != NULL);
}

void
way_room_presenter_show_mode (WayRoomPresenter *self)
{
  WayProjection *projection = way_room_presenter_get_projection (self);
  gboolean black = projection != NULL && way_projection_get_black (projection);

  if (projection != NULL)
    g_simple_action_set_state (get_action (self, "mode"), g_variant_new_string (modes[way_projection_get_mode (projection)]));
  g_simple_action_set_state (get_action (self, "black"), g_variant_new_boolean (black));
}

/* In a room of its own the desk is followed; on the desk's own screen nothing can be done at it, so that it is walked. */
static void
start_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       data)
{
  WayRoomPresenter *self = data;
  gboolean here = g_str_equal (g_action_get_name (G_ACTION (action)), "start-here");
  gboolean is_new = self->room == NULL;

  if (way_room_presenter_get_desk_map (self) == NULL || gtk_widget_get_root (GTK_WIDGET (self->canvas)) == NULL)
    return;
  if (is_new)
    way_room_presenter_make_room (self);
  if (g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0 || is_new)
    way_room_presenter_show_map (self, way_room_presenter_get_desk_map (self));
  way_room_show (self->room, here);
  way_room_presenter_sync_now (self);
  if (here && is_new)
    way_projection_walk_to_end (way_room_presenter_get_projection (self), FALSE);
  way_room_presenter_show_mode (self);
  way_room_presenter_update_actions (self);
  if (is_new)
    g_object_notify (G_OBJECT (self), "presenting");
}

static void
choose_scenario (WayRoomPresenter *self,
                 const char       *id)
{
  g_autofree char *map_id = g_strdup (self->map_id);

  if (g_strcmp0 (self->scenario, id) == 0)
    return;
  g_set_str (&self->scenario, id);
  if (self->room == NULL || g_strcmp0 (way_room_presenter_get_desk_map (self), map_id) != 0)
    return;
  way_room_presenter_show_map (self, map_id);
  way_room_presenter_show_mode (self);
  way_room_presenter_sync_soon (self);
}

static void
scenario_cb (GSimpleAction *action,
             GVariant      *target,
             gpointer       data)
{
  choose_scenario (data, g_variant_get_string (target, NULL));
}

/* Walks a room along a scenario, from its first stop. */
static void
play_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       data)
{
  WayRoomPresenter *self = data;

  choose_scenario (self, g_variant_get_string (target, NULL));
  g_action_activate (G_ACTION (get_action (self, "start")), NULL);
  if (self->room == NULL)
    return;
  if (g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0)
    way_room_presenter_show_map (self, way_room_presenter_get_desk_map (self));
  way_projection_set_black (way_room_presenter_get_projection (self), FALSE);
  way_projection_walk_to_end (way_room_presenter_get_projection (self), FALSE);
  way_room_presenter_show_mode (self);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *target,
        gpointer       data)
{
  way_room_presenter_end (data);
}

/* A black screen is left first, by whatever is pressed. */
static void
step_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       data)
{
  WayRoomPresenter *self = data;
  WayProjection *projection = way_room_presenter_get_projection (self);
  const char *name = g_action_get_name (G_ACTION (action));

  if (projection == NULL)
    return;
  if (way_projection_get_black (projection))
    way_projection_set_black (projection, FALSE);
  else if (g_str_equal (name, "next") || g_str_equal (name, "previous"))
    way_projection_walk (projection, g_str_equal (name, "next") ? 1 : -1);
  else
    way_projection_walk_to_end (projection, g_str_equal (name, "last"));
  way_room_presenter_show_mode (self);
}

static void
mode_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  WayRoomPresenter *self = data;
  WayProjection *projection = way_room_presenter_get_projection (self);
  const char *name = g_variant_get_string (state, NULL);

  if (projection == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (modes[i], name))
      {
        /* A walk that is begun at the desk goes along the map that is there. */
        if (i == WAY_PROJECTION_WALK && way_room_presenter_get_desk_map (self) != NULL && g_strcmp0 (way_room_presenter_get_desk_map (self), self->map_id) != 0)
          way_room_presenter_show_map (self, way_room_presenter_get_desk_map (self));
        way_room_presenter_sync_now (self);
        way_projection_set_mode (projection, i);
      }
  way_room_presenter_sync_soon (self);
  way_room_presenter_show_mode (self);
}

static void
black_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  WayRoomPresenter *self = data;

  if (self->room == NULL)
    return;
  way_projection_set_black (way_room_presenter_get_projection (self), g_variant_get_boolean (state));
  way_room_presenter_show_mode (self);
}

static void
countdown_running_cb (GSimpleAction *action,
                      GVariant      *state,
                      gpointer       data)
{
  WayRoomPresenter *self = data;

  if (g_variant_get_boolean (state))
    {
      way_countdown_set_shown (self->countdown, TRUE);
      way_countdown_start (self->countdown);
    }
  else
    way_countdown_pause (self->countdown);
}

static void
countdown_shown_cb (GSimpleAction *action,
                    GVariant      *state,
                    gpointer       data)
{
  way_countdown_set_shown (WAY_ROOM_PRESENTER (data)->countdown, g_variant_get_boolean (state));
}

static void
countdown_reset_cb (GSimpleAction *action,
                    GVariant      *target,
                    gpointer       data)
{
  way_countdown_reset (WAY_ROOM_PRESENTER (data)->countdown);
}

static void
countdown_changed_cb (WayCountdown     *countdown,
                      GParamSpec       *pspec,
                      WayRoomPresenter *self)
{
  g_simple_action_set_state (get_action (self, "countdown-running"), g_variant_new_boolean (way_countdown_get_running (countdown)));
  g_simple_action_set_state (get_action (self, "countdown-shown"), g_variant_new_boolean (way_countdown_get_shown (countdown)));
}

void
way_room_presenter_add_actions (WayRoomPresenter *self)
{
  static const GActionEntry entries[] = {
    { .name = "start", .activate = start_cb },
    { .name = "start-here", .activate = start_cb },
    { .name = "scenario", .activate = scenario_cb, .parameter_type = "s" },
    { .name = "play", .activate = play_cb, .parameter_type = "s" },
    { .name = "end", .activate = end_cb },
    { .name = "next", .activate = step_cb },
    { .name = "previous", .activate = step_cb },
    { .name = "first", .activate = step_cb },
    { .name = "last", .activate = step_cb },
    { .name = "mode", .parameter_type = "s", .state = "'follow'", .change_state = mode_cb },
    { .name = "black", .state = "false", .change_state = black_cb },
    { .name = "countdown-running", .state = "false", .change_state = countdown_running_cb },
    { .name = "countdown-shown", .state = "false", .change_state = countdown_shown_cb },
    { .name = "countdown-reset", .activate = countdown_reset_cb },
  };
  static const char *const kept[] = { "dark", "calm", "lines", "minutes" };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, kept[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  g_signal_connect (self->countdown, "notify", G_CALLBACK (countdown_changed_cb), self);
}
