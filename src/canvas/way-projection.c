/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on the wall: a widget with a scene, and what of it is shown. */
#include "canvas/way-projection-private.h"

#include "scene/way-text-block.h"

#define SHARE (1 / 45.0)

G_DEFINE_FINAL_TYPE (WayProjection, way_projection, GTK_TYPE_WIDGET)

static WayLook
get_followed (WayProjection *self)
{
  WayRect place, whole = { 0, 0, self->wall.map_width, self->wall.map_height };
  const WayRect *selected = self->selected.width > 0 ? &self->selected : NULL;

  if (self->draft.text != NULL && way_projection_get_draft_place (self, &place))
    selected = &place;
  return way_look_follow (&self->wall, self->placed ? &self->to.look : NULL, self->desk.width > 0 ? &self->desk : &whole, selected);
}

/* Finds out what to show now, and goes there. */
void
way_projection_look (WayProjection *self,
                     gboolean       glide)
{
  WayPicture picture = self->to;
  const WaySight *sight = way_projection_get_sight (self);

  if (self->scene == NULL || self->wall.width <= 0 || self->wall.height <= 0)
    {
      way_projection_stop_gliding (self);
      self->placed = FALSE;
      way_projection_tell_soon (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_signal_emit_by_name (self, "moved");
      return;
    }
  picture.light = 0;
  self->wall.foot = way_projection_measure_foot (self, sight);
  if (self->mode == WAY_PROJECTION_FOLLOW)
    picture.look = get_followed (self);
  else if (!self->placed)
    picture.look = way_look_whole (&self->wall);
  if (sight != NULL)
    {
      self->page = MIN (self->page, way_look_count_pages (&self->wall, sight) - 1);
      picture.look = way_look_sight (&self->wall, sight, self->page, &picture.spot);
      picture.light = sight->id != NULL ? 1 : 0;
    }
  way_projection_go_to (self, &picture, glide);
}

/* What stood in the middle of the wall stays there when the wall is another. */
static void
keep_middle (WayProjection *self)
{
  if (self->placed && self->mode == WAY_PROJECTION_HOLD)
    {
      self->to.look.scale = MAX (self->to.look.scale, way_look_get_least_scale (&self->wall));
      self->now = self->to;
    }
}

static void
scene_changed (WayProjection *self)
{
  g_autofree char *kept = g_strdup (self->sight_id);
  int same;

  g_clear_pointer (&self->sights, g_ptr_array_unref);
  self->wall.map_width = self->wall.map_height = 0;
  if (self->scene == NULL)
    return;
  way_scene_get_size (self->scene, &self->wall.map_width, &self->wall.map_height);
  self->wall.right_to_left = way_scene_is_right_to_left (self->scene);
  self->wall.body = pango_font_description_get_size (way_fonts_get_description (way_scene_get_fonts (self->scene), WAY_TEXT_BODY)) /
                    (double) PANGO_SCALE;
  way_sights_get_frame (self->scene, &self->wall.frame);
  self->sights = way_sights_new (self->scene);
  same = way_sights_find (self->sights, kept);
  self->sight = same >= 0 ? (guint) same : MIN (self->sight, self->sights->len - 1);
  g_set_str (&self->sight_id, ((WaySight *) g_ptr_array_index (self->sights, self->sight))->id);
}

static void
way_projection_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 720;
}

static void
way_projection_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  WayProjection *self = WAY_PROJECTION (widget);

  if (self->wall.width == width && self->wall.height == height)
    return;
  self->wall.width = width;
  self->wall.height = height;
  keep_middle (self);
  way_projection_look (self, FALSE);
}

static void
way_projection_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  way_projection_draw (WAY_PROJECTION (widget), snapshot);
}

static void
way_projection_dispose (GObject *object)
{
  WayProjection *self = WAY_PROJECTION (object);

  way_projection_stop_gliding (self);
  g_clear_handle_id (&self->words, g_source_remove);
  g_clear_pointer (&self->sights, g_ptr_array_unref);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (way_projection_parent_class)->dispose (object);
}

static void
way_projection_finalize (GObject *object)
{
  WayProjection *self = WAY_PROJECTION (object);

  way_tiles_free (self->tiles);
  g_free (self->sight_id);
  g_free (self->draft.text);

  G_OBJECT_CLASS (way_projection_parent_class)->finalize (object);
}

static void
way_projection_class_init (WayProjectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_projection_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_projection_finalize;
  widget_class->measure = way_projection_measure;
  widget_class->size_allocate = way_projection_size_allocate;
  widget_class->snapshot = way_projection_snapshot;

  /**
   * WayProjection::moved:
   * @self: the projection
   *
   * What is picked out is elsewhere on the wall.
   */
  g_signal_new ("moved", WAY_TYPE_PROJECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "projection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
way_projection_init (WayProjection *self)
{
  self->tiles = way_tiles_new (GTK_WIDGET (self));
  self->wall.share = SHARE;
  self->wall.body = 11;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  way_projection_tell_words (self);
}

GtkWidget *
way_projection_new (void)
{
  return g_object_new (WAY_TYPE_PROJECTION, NULL);
}

/**
 * way_projection_get_scene:
 * @self: a projection
 *
 * Returns: (nullable): the map that it shows
 */
WayScene *
way_projection_get_scene (WayProjection *self)
{
  return self->scene;
}

/**
 * way_projection_set_scene:
 * @self: a projection
 * @scene: (nullable): another map, or %NULL for calm empty ground
 */
void
way_projection_set_scene (WayProjection *self,
                          WayScene      *scene)
{
  g_set_object (&self->scene, scene);
  way_tiles_set_scene (self->tiles, scene);
  g_clear_pointer (&self->draft.text, g_free);
  g_clear_pointer (&self->sight_id, g_free);
  self->desk = self->selected = (WayRect) { 0 };
  self->sight = self->page = 0;
  self->placed = FALSE;
  self->now.light = self->to.light = 0;
  scene_changed (self);
  way_projection_look (self, FALSE);
}

/**
 * way_projection_update:
 * @self: a projection
 * @changes: what a commit touched
 * @error: what went wrong in reading
 *
 * Brings the map up to date.
 *
 * Returns: whether it could be read
 */
gboolean
way_projection_update (WayProjection  *self,
                       WayChanges     *changes,
                       GError        **error)
{
  gboolean changed;

  if (self->scene == NULL)
    return TRUE;
  if (!way_scene_update (self->scene, changes, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  way_tiles_suspect_dirty (self->tiles);
  scene_changed (self);
  way_projection_look (self, TRUE);
  way_projection_tell_soon (self);
  return TRUE;
}

void
way_projection_set_dark (WayProjection *self,
                         gboolean       dark)
{
  self->dark = dark;
  way_tiles_set_style (self->tiles, dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_projection_set_calm:
 * @self: a projection
 * @calm: whether nothing glides, whatever the desktop says
 */
void
way_projection_set_calm (WayProjection *self,
                         gboolean       calm)
{
  self->calm = calm;
}

/**
 * way_projection_set_share:
 * @self: a projection
 * @share: how high text of cards is at least, as a share of the height of the wall
 */
void
way_projection_set_share (WayProjection *self,
                          double         share)
{
  g_return_if_fail (share > 0 && share < 0.25);

  self->wall.share = share;
  keep_middle (self);
  way_projection_look (self, TRUE);
}

/**
 * way_projection_set_black:
 * @self: a projection
 * @black: whether nothing is to be seen at all
 */
void
way_projection_set_black (WayProjection *self,
                          gboolean       black)
{
  self->black = black;
  way_projection_tell_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_projection_get_black (WayProjection *self)
{
  return self->black;
}

/**
 * way_projection_set_desk:
 * @self: a projection
 * @desk: (nullable): what the desk shows, as a part of this map
 * @selected: (nullable): what is selected there
 */
void
way_projection_set_desk (WayProjection *self,
                         const WayRect *desk,
                         const WayRect *selected)
{
  self->desk = desk != NULL ? *desk : (WayRect) { 0 };
  self->selected = selected != NULL ? *selected : (WayRect) { 0 };
  if (self->mode == WAY_PROJECTION_FOLLOW)
    way_projection_look (self, TRUE);
}

/**
 * way_projection_get_foot:
 * @self: a projection
 *
 * Returns: how much at the bottom is written on, in logical pixels
 */
double
way_projection_get_foot (WayProjection *self)
{
  return self->wall.foot;
}

/**
 * way_projection_get_spot:
 * @self: a projection
 * @place: (out): where on it that is, in logical pixels
 *
 * Returns: whether there is something that nothing should cover: what is picked out, selected or being typed
 */
gboolean
way_projection_get_spot (WayProjection *self,
                         WayRect       *place)
{
  const WaySight *sight = way_projection_get_sight (self);
  WayRect area = self->selected;

  if (self->scene == NULL)
    return FALSE;
  if (sight != NULL)
    area = sight->spot;
  else if (self->draft.text == NULL || !way_projection_get_draft_place (self, &area))
    area = self->selected;
  if (area.width <= 0)
    return FALSE;
  *place = way_look_from_map (&self->to.look, &self->wall, &area);
  return TRUE;
}
