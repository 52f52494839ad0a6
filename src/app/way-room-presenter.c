/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presenting: what of the desk reaches the room, which is where it looks, and words of cards while they are typed; never what it shows. */
#include "app/way-room-presenter.h"

#include "app/way-room.h"
#include "base/way-date.h"
#include "base/way-i18n.h"
#include "scene/way-scene-pathway.h"
#include "scene/way-sights.h"

struct _WayRoomPresenter
{
  GObject parent_instance;

  WayCanvas *canvas;          /* nullable; not owned: the desk's */
  WayWorkspace *workspace;    /* nullable */
  WayFonts *fonts;
  GSettings *settings;
  GSimpleActionGroup *actions;
  WayCountdown *countdown;
  WayRoom *room;              /* nullable; GTK's */
  char *map_id;               /* nullable: the map that the room was shown last */
  char *scenario;             /* nullable: the one that was chosen at the desk, of whatever map */
  GtkAdjustment *adjustments[2]; /* nullable: of the canvas */
  guint sync;                 /* the idle call that tells the room where the desk is */
};

enum { PROP_PRESENTING = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static const char *const modes[] = { "follow", "hold", "walk" };

G_DEFINE_FINAL_TYPE (WayRoomPresenter, way_room_presenter, G_TYPE_OBJECT)

static WayProjection *
get_projection (WayRoomPresenter *self)
{
  return self->room != NULL ? way_room_get_projection (self->room) : NULL;
}

static GSimpleAction *
get_action (WayRoomPresenter *self,
            const char       *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static const char *
get_desk_map (WayRoomPresenter *self)
{
  WayScene *scene = self->canvas != NULL ? way_canvas_get_scene (self->canvas) : NULL;

  return scene != NULL ? way_scene_get_map_id (scene) : NULL;
}

/* A room reads a pathway as the desk does. */
static WayReading
get_reading (WayRoomPresenter *self)
{
  return get_desk_map (self) != NULL ? way_scene_get_reading (way_canvas_get_scene (self->canvas)) : WAY_READING_COMMISSIONER;
}

/* Whether the room, where it follows, shows another map than the desk or reads it for others. */
static gboolean
lags (WayRoomPresenter *self)
{
  WayScene *scene = way_projection_get_scene (get_projection (self));

  return g_strcmp0 (get_desk_map (self), self->map_id) != 0 || (scene != NULL && way_scene_get_reading (scene) != get_reading (self));
}

/* The scenario that a room is walked along: the one chosen at the desk where it is of the map, else the first. */
static const char *
find_walked (WayRoomPresenter *self,
             GPtrArray        *scenarios)
{
  for (guint i = 0; scenarios != NULL && i < scenarios->len; i++)
    if (g_strcmp0 (way_record_get_id (scenarios->pdata[i]), self->scenario) == 0)
      return self->scenario;
  return scenarios != NULL && scenarios->len > 0 ? way_record_get_id (scenarios->pdata[0]) : NULL;
}

/* The one place where the room gets a map: as a workshop may see it. What cannot be read is not told to a room. */
static void
show_map (WayRoomPresenter *self,
          const char       *map_id)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  const char *walked[] = { NULL, NULL };

  g_set_str (&self->map_id, map_id);
  if (self->workspace != NULL && map_id != NULL)
    {
      lens = way_lens_new (WAY_RECORDS (self->workspace), WAY_AUDIENCE_WORKSHOP, today);
      scenarios = way_lens_list (lens, WAY_KIND_SCENARIO, map_id, NULL);
      walked[0] = find_walked (self, scenarios);
      scene = way_scene_new (lens, map_id, &(WaySceneOptions) { .scenarios = walked, .reading = get_reading (self) }, self->fonts, NULL);
    }
  way_projection_set_scene (get_projection (self), scene);
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
static void
sync_now (WayRoomPresenter *self)
{
  WayProjection *projection = get_projection (self);
  WayScene *desk = self->canvas != NULL ? way_canvas_get_scene (self->canvas) : NULL, *scene;
  WayRect visible, selected;

  if (projection == NULL || desk == NULL)
    return;
  if (way_projection_get_mode (projection) == WAY_PROJECTION_FOLLOW && lags (self))
    show_map (self, get_desk_map (self));
  scene = way_projection_get_scene (projection);
  if (scene == NULL || g_strcmp0 (get_desk_map (self), self->map_id) != 0 || !way_canvas_get_visible (self->canvas, &visible))
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
  sync_now (self);
  return G_SOURCE_REMOVE;
}

/* Many things change at once at the desk: the room is told once, before the next frame. */
static void
sync_soon (WayRoomPresenter *self)
{
  if (self->room != NULL && self->sync == 0)
    self->sync = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

static void
draft_cb (WayCanvas        *canvas,
          WaySpot          *spot,
          const char       *text,
          WayRoomPresenter *self)
{
  WayProjection *projection = get_projection (self);
  WayDraft draft = { .text = (char *) text };

  if (projection == NULL || g_strcmp0 (get_desk_map (self), self->map_id) != 0)
    return;
  if (text == NULL || spot == NULL || !way_spot_is_set (spot))
    {
      way_projection_set_draft (projection, NULL);
      return;
    }
  g_strlcpy (draft.lane, spot->lane, sizeof draft.lane);
  g_strlcpy (draft.stage, spot->stage, sizeof draft.stage);
  g_strlcpy (draft.id, spot->id, sizeof draft.id);
  way_projection_set_draft (projection, &draft);
}

static void
changed_cb (WayRecords       *records,
            WayChanges       *changes,
            WayRoomPresenter *self)
{
  WayProjection *projection = get_projection (self);

  if (projection == NULL)
    return;
  if (way_projection_get_scene (projection) == NULL)
    {
      g_autofree char *map_id = g_strdup (self->map_id);

      show_map (self, map_id);
    }
  else if (!way_projection_update (projection, changes, NULL))
    way_projection_set_scene (projection, NULL);
  sync_soon (self);
}

static void
update_actions (WayRoomPresenter *self)
{
  static const char *const with_room[] = { "end", "next", "previous", "first", "last", "black", "mode" };
  gboolean map = self->workspace != NULL && get_desk_map (self) != NULL;

  g_simple_action_set_enabled (get_action (self, "start"), map);
  g_simple_action_set_enabled (get_action (self, "start-here"), map);
  g_simple_action_set_enabled (get_action (self, "play"), map);
  for (guint i = 0; i < G_N_ELEMENTS (with_room); i++)
    g_simple_action_set_enabled (get_action (self, with_room[i]), self->room != NULL);
}

static void
scene_changed_cb (WayCanvas        *canvas,
                  GParamSpec       *pspec,
                  WayRoomPresenter *self)
{
  update_actions (self);
  sync_soon (self);
}

static void
show_mode (WayRoomPresenter *self)
{
  WayProjection *projection = get_projection (self);

  if (projection == NULL)
    return;
  g_simple_action_set_state (get_action (self, "mode"), g_variant_new_string (modes[way_projection_get_mode (projection)]));
  g_simple_action_set_state (get_action (self, "black"), g_variant_new_boolean (way_projection_get_black (projection)));
}

static void
settings_changed_cb (GSettings        *settings,
                     const char       *key,
                     WayRoomPresenter *self)
{
  WayProjection *projection = get_projection (self);

  if (projection == NULL)
    return;
  way_room_set_dark (self->room, g_settings_get_boolean (settings, "dark"));
  way_projection_set_calm (projection, g_settings_get_boolean (settings, "calm"));
  way_projection_set_share (projection, 1.0 / g_settings_get_int (settings, "lines"));
}

static void
room_gone_cb (GtkWidget        *room,
              WayRoomPresenter *self)
{
  self->room = NULL;
  g_clear_handle_id (&self->sync, g_source_remove);
  g_simple_action_set_state (get_action (self, "black"), g_variant_new_boolean (FALSE));
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESENTING]);
}

static void
end (WayRoomPresenter *self)
{
  if (self->room != NULL)
    gtk_window_destroy (GTK_WINDOW (self->room));
}

static void
make_room (WayRoomPresenter *self)
{
  self->room = way_room_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->canvas))), self->countdown);
  gtk_widget_insert_action_group (GTK_WIDGET (self->room), "room", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->room, "destroy", G_CALLBACK (room_gone_cb), self, G_CONNECT_DEFAULT);
  settings_changed_cb (self->settings, NULL, self);
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

  if (get_desk_map (self) == NULL || gtk_widget_get_root (GTK_WIDGET (self->canvas)) == NULL)
    return;
  if (is_new)
    make_room (self);
  if (g_strcmp0 (get_desk_map (self), self->map_id) != 0 || is_new)
    show_map (self, get_desk_map (self));
  way_room_show (self->room, here);
  sync_now (self);
  if (here && is_new)
    way_projection_walk_to_end (get_projection (self), FALSE);
  show_mode (self);
  update_actions (self);
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESENTING]);
}

static void
choose_scenario (WayRoomPresenter *self,
                 const char       *id)
{
  g_autofree char *map_id = g_strdup (self->map_id);

  if (g_strcmp0 (self->scenario, id) == 0)
    return;
  g_set_str (&self->scenario, id);
  if (self->room == NULL || g_strcmp0 (get_desk_map (self), map_id) != 0)
    return;
  show_map (self, map_id);
  show_mode (self);
  sync_soon (self);
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
  if (g_strcmp0 (get_desk_map (self), self->map_id) != 0)
    show_map (self, get_desk_map (self));
  way_projection_set_black (get_projection (self), FALSE);
  way_projection_walk_to_end (get_projection (self), FALSE);
  show_mode (self);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *target,
        gpointer       data)
{
  end (data);
}

/* A black screen is left first, by whatever is pressed. */
static void
step_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       data)
{
  WayRoomPresenter *self = data;
  WayProjection *projection = get_projection (self);
  const char *name = g_action_get_name (G_ACTION (action));

  if (projection == NULL)
    return;
  if (way_projection_get_black (projection))
    way_projection_set_black (projection, FALSE);
  else if (g_str_equal (name, "next") || g_str_equal (name, "previous"))
    way_projection_walk (projection, g_str_equal (name, "next") ? 1 : -1);
  else
    way_projection_walk_to_end (projection, g_str_equal (name, "last"));
  show_mode (self);
}

static void
mode_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  WayRoomPresenter *self = data;
  WayProjection *projection = get_projection (self);
  const char *name = g_variant_get_string (state, NULL);

  if (projection == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (modes[i], name))
      {
        /* A walk that is begun at the desk goes along the map that is there. */
        if (i == WAY_PROJECTION_WALK && get_desk_map (self) != NULL && g_strcmp0 (get_desk_map (self), self->map_id) != 0)
          show_map (self, get_desk_map (self));
        sync_now (self);
        way_projection_set_mode (projection, i);
      }
  sync_soon (self);
  show_mode (self);
}

static void
black_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  WayRoomPresenter *self = data;

  if (self->room == NULL)
    return;
  way_projection_set_black (get_projection (self), g_variant_get_boolean (state));
  show_mode (self);
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

static void
minutes_changed_cb (GSettings        *settings,
                    const char       *key,
                    WayRoomPresenter *self)
{
  way_countdown_set_minutes (self->countdown, g_settings_get_int (settings, "minutes"));
}

/* Said at the desk: in the room it would be heard by everybody. */
static void
moment_cb (WayCountdown     *countdown,
           const char       *words,
           WayRoomPresenter *self)
{
  if (self->canvas != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->canvas), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
forget_desk (WayRoomPresenter *self)
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

  forget_desk (self);
  for (guint i = 0; i < G_N_ELEMENTS (now); i++)
    if (now[i] != NULL)
      {
        self->adjustments[i] = g_object_ref (now[i]);
        g_signal_connect_swapped (now[i], "changed", G_CALLBACK (sync_soon), self);
        g_signal_connect_swapped (now[i], "value-changed", G_CALLBACK (sync_soon), self);
      }
}

static void
way_room_presenter_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_PRESENTING)
    g_value_set_boolean (value, WAY_ROOM_PRESENTER (object)->room != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_room_presenter_dispose (GObject *object)
{
  WayRoomPresenter *self = WAY_ROOM_PRESENTER (object);

  way_room_presenter_set_workspace (self, NULL);
  forget_desk (self);
  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->countdown);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (way_room_presenter_parent_class)->dispose (object);
}

static void
way_room_presenter_finalize (GObject *object)
{
  WayRoomPresenter *self = WAY_ROOM_PRESENTER (object);

  way_fonts_unref (self->fonts);
  g_free (self->map_id);
  g_free (self->scenario);

  G_OBJECT_CLASS (way_room_presenter_parent_class)->finalize (object);
}

static void
way_room_presenter_class_init (WayRoomPresenterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_room_presenter_get_property;
  object_class->dispose = way_room_presenter_dispose;
  object_class->finalize = way_room_presenter_finalize;
  properties[PROP_PRESENTING] = g_param_spec_boolean ("presenting", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
add_actions (WayRoomPresenter *self)
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

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, kept[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
}

static void
way_room_presenter_init (WayRoomPresenter *self)
{
  self->fonts = way_fonts_new (NULL);
  self->settings = g_settings_new (WAY_APPLICATION_ID ".room");
  self->actions = g_simple_action_group_new ();
  self->countdown = way_countdown_new ();
  add_actions (self);
  g_signal_connect (self->settings, "changed", G_CALLBACK (settings_changed_cb), self);
  g_signal_connect (self->settings, "changed::minutes", G_CALLBACK (minutes_changed_cb), self);
  g_signal_connect (self->countdown, "notify", G_CALLBACK (countdown_changed_cb), self);
  g_signal_connect (self->countdown, "moment", G_CALLBACK (moment_cb), self);
  minutes_changed_cb (self->settings, NULL, self);
}

/**
 * way_room_presenter_new:
 * @canvas: the map at the desk
 *
 * Returns: (transfer full): what shows its map to a room
 */
WayRoomPresenter *
way_room_presenter_new (WayCanvas *canvas)
{
  WayRoomPresenter *self = g_object_new (WAY_TYPE_ROOM_PRESENTER, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "notify::scene", G_CALLBACK (scene_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (canvas, "notify::selected", G_CALLBACK (sync_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (sync_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::hadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (canvas, "notify::vadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (canvas, "draft", G_CALLBACK (draft_cb), self, G_CONNECT_DEFAULT);
  adjustments_changed_cb (canvas, NULL, self);
  update_actions (self);
  return self;
}

/**
 * way_room_presenter_get_actions:
 * @self: a presenter
 *
 * Returns: (transfer none): what can be done, to be inserted as `room`
 */
GActionGroup *
way_room_presenter_get_actions (WayRoomPresenter *self)
{
  return G_ACTION_GROUP (self->actions);
}

WayCountdown *
way_room_presenter_get_countdown (WayRoomPresenter *self)
{
  return self->countdown;
}

gboolean
way_room_presenter_get_presenting (WayRoomPresenter *self)
{
  return self->room != NULL;
}

/**
 * way_room_presenter_set_workspace:
 * @self: a presenter
 * @workspace: (nullable): where the maps are from
 *
 * Ends presenting when there is no workspace any more.
 */
void
way_room_presenter_set_workspace (WayRoomPresenter *self,
                                  WayWorkspace     *workspace)
{
  if (self->workspace == workspace)
    return;
  end (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  update_actions (self);
}
