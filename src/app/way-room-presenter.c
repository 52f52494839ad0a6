/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presenting: opens the room's window and gives it the map as a workshop may see it. */
#include "app/way-room-presenter-private.h"

#include "base/way-date.h"
#include "base/way-i18n.h"

enum { PROP_PRESENTING = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (WayRoomPresenter, way_room_presenter, G_TYPE_OBJECT)

WayProjection *
way_room_presenter_get_projection (WayRoomPresenter *self)
{
  return self->room != NULL ? way_room_get_projection (self->room) : NULL;
}

const char *
way_room_presenter_get_desk_map (WayRoomPresenter *self)
{
  WayScene *scene = self->canvas != NULL ? way_canvas_get_scene (self->canvas) : NULL;

  return scene != NULL ? way_scene_get_map_id (scene) : NULL;
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
void
way_room_presenter_show_map (WayRoomPresenter *self,
                             const char       *map_id)
{
  g_autofree char *today = way_date_dup_today ();
  g_autoptr (WayLens) lens = NULL;
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (GPtrArray) scenarios = NULL;
  const char *walked[] = { NULL, NULL };
  g_autofree char *places = NULL;
  WaySceneOptions options;

  g_set_str (&self->map_id, map_id);
  if (self->workspace != NULL && map_id != NULL)
    {
      lens = way_lens_new (WAY_RECORDS (self->workspace), WAY_AUDIENCE_WORKSHOP, today);
      scenarios = way_lens_list (lens, WAY_KIND_SCENARIO, map_id, NULL);
      walked[0] = find_walked (self, scenarios);
      places = way_lens_dup_places (lens, map_id);
      options = (WaySceneOptions) { .places = places, .scenarios = walked, .reading = way_room_presenter_get_reading (self),
                                     .personas = way_room_presenter_get_personas (self) };
      scene = way_scene_new (lens, map_id, &options, self->fonts, NULL);
    }
  way_projection_set_scene (way_room_presenter_get_projection (self), scene);
}

static void
changed_cb (WayRecords       *records,
            WayChanges       *changes,
            WayRoomPresenter *self)
{
  WayProjection *projection = way_room_presenter_get_projection (self);

  if (projection == NULL)
    return;
  if (way_projection_get_scene (projection) == NULL)
    {
      g_autofree char *map_id = g_strdup (self->map_id);

      way_room_presenter_show_map (self, map_id);
    }
  else if (!way_projection_update (projection, changes, NULL))
    way_projection_set_scene (projection, NULL);
  way_room_presenter_sync_soon (self);
}

static void
scene_changed_cb (WayCanvas        *canvas,
                  GParamSpec       *pspec,
                  WayRoomPresenter *self)
{
  way_room_presenter_update_actions (self);
  way_room_presenter_sync_soon (self);
}

static void
settings_changed_cb (GSettings        *settings,
                     const char       *key,
                     WayRoomPresenter *self)
{
  WayProjection *projection = way_room_presenter_get_projection (self);

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
  way_room_presenter_show_mode (self);
  way_room_presenter_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESENTING]);
}

void
way_room_presenter_end (WayRoomPresenter *self)
{
  if (self->room != NULL)
    gtk_window_destroy (GTK_WINDOW (self->room));
}

void
way_room_presenter_make_room (WayRoomPresenter *self)
{
  self->room = way_room_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->canvas))), self->countdown);
  gtk_widget_insert_action_group (GTK_WIDGET (self->room), "room", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->room, "destroy", G_CALLBACK (room_gone_cb), self, G_CONNECT_DEFAULT);
  settings_changed_cb (self->settings, NULL, self);
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
  way_room_presenter_forget_desk (self);
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
way_room_presenter_init (WayRoomPresenter *self)
{
  self->fonts = way_fonts_new (NULL);
  self->settings = g_settings_new (WAY_APPLICATION_ID ".room");
  self->countdown = way_countdown_new ();
  way_room_presenter_add_actions (self);
  g_signal_connect (self->settings, "changed", G_CALLBACK (settings_changed_cb), self);
  g_signal_connect (self->settings, "changed::minutes", G_CALLBACK (minutes_changed_cb), self);
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
  way_room_presenter_follow_desk (self);
  way_room_presenter_update_actions (self);
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
  way_room_presenter_end (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  way_room_presenter_update_actions (self);
}
