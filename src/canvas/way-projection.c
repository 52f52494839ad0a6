/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map on the wall: what of it is shown, and how that becomes something else. */
#include "canvas/way-projection-private.h"

#include "base/way-i18n.h"
#include "canvas/way-canvas-pathway.h"
#include "scene/way-text-block.h"

#include <math.h>

#define GLIDE_MICROSECONDS 450000
/* The picture rests this long before it is put into words. */
#define WORDS_MILLISECONDS 150
#define SHARE (1 / 45.0)

G_DEFINE_FINAL_TYPE (WayProjection, way_projection, GTK_TYPE_WIDGET)

/* What is walked past now; NULL where nobody walks. */
WaySight *
way_projection_get_sight (WayProjection *self)
{
  return self->mode == WAY_PROJECTION_WALK && self->sights != NULL ? g_ptr_array_index (self->sights, self->sight) : NULL;
}

/* Where the card that is being typed is, or will be. */
gboolean
way_projection_get_draft_place (WayProjection *self,
                                WayRect       *place)
{
  int item = *self->draft.id != '\0' ? way_scene_find (self->scene, self->draft.id) : -1;

  if (g_str_equal (way_scene_get_kind (self->scene), "pathway"))
    return way_pathway_get_draft_area (self->scene, self->draft.id, self->draft.lane, self->draft.stage, place);
  if (*self->draft.id != '\0')
    {
      if (item >= 0)
        *place = way_scene_get_item (self->scene, item)->bounds;
      return item >= 0;
    }
  for (guint i = 0; i < way_scene_get_n_groups (self->scene); i++)
    {
      const WayGroup *cell = way_scene_get_group (self->scene, i);
      const WayGroup *lane = cell->parent >= 0 ? way_scene_get_group (self->scene, cell->parent) : NULL;

      if (cell->role != WAY_GROUP_CELL || lane == NULL || g_strcmp0 (lane->id, self->draft.lane) != 0 ||
          g_strcmp0 (cell->stage, self->draft.stage) != 0)
        continue;
      *place = (WayRect) { cell->bounds.x + 4, cell->bounds.y + 4, MAX (0, cell->bounds.width - 8), 34 };
      for (guint each = cell->first_item; each < cell->first_item + cell->n_items; each++)
        {
          const WayItem *card = way_scene_get_item (self->scene, each);

          if (card->kind == WAY_KIND_CARD)
            place->y = MAX (place->y, card->bounds.y + card->bounds.height + 4);
        }
      return TRUE;
    }
  return FALSE;
}

static char *
dup_sight_name (WayProjection  *self,
                const WaySight *sight)
{
  guint pages = self->wall.height > 0 ? way_look_count_pages (&self->wall, sight) : 1;
  /* Translators: what a room is shown: a map, how manyth of its stages, of how many, and what the stage is called. */
  g_autofree char *name = g_strdup_printf (_("Map: %s. %u of %u: %s"), way_scene_get_title (self->scene), self->sight + 1,
                                           self->sights->len, sight->title);

  /* Translators: a stage of a map that is too high to be seen at once. */
  return pages > 1 ? g_strdup_printf (_("%s, part %u of %u"), name, self->page + 1, pages) : g_steal_pointer (&name);
}

/* What is seen, for those who hear it. */
static void
tell_words (WayProjection *self)
{
  WayRect visible = way_look_get_visible (&self->to.look, &self->wall);
  const WaySight *sight = way_projection_get_sight (self);
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (self->black)
    label = g_strdup (_("Black screen"));
  else if (self->scene == NULL)
    label = g_strdup (_("No map"));
  else if (sight != NULL)
    label = dup_sight_name (self, sight);
  else
    /* Translators: the title of a map. */
    label = g_strdup_printf (_("Map: %s"), way_scene_get_title (self->scene));
  if (!self->black && self->scene != NULL)
    {
      if (sight != NULL && sight->id != NULL)
        {
          visible = self->to.spot;
          visible = way_rect_grow (&visible, -1);
        }
      words = sight != NULL && sight->note != NULL ? g_strdup (sight->note) : way_sights_dup_words (self->scene, &visible);
      if (self->draft.text != NULL && way_projection_get_draft_place (self, &visible))
        {
          g_autofree char *typed = g_strdup_printf ("%s\n%s", words, self->draft.text);

          g_set_str (&words, typed);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
words_cb (gpointer data)
{
  WayProjection *self = data;

  self->words = 0;
  tell_words (self);
}

/* Scrolling at the desk is not put into words at each step. */
static void
tell_soon (WayProjection *self)
{
  g_clear_handle_id (&self->words, g_source_remove);
  self->words = g_timeout_add_once (WORDS_MILLISECONDS, words_cb, self);
}

static void
stop_gliding (WayProjection *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static WayRect
rect_between (const WayRect *a,
              const WayRect *b,
              double         part)
{
  return (WayRect) { a->x + (b->x - a->x) * part, a->y + (b->y - a->y) * part, a->width + (b->width - a->width) * part,
                     a->height + (b->height - a->height) * part };
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  WayProjection *self = WAY_PROJECTION (widget);
  double part;

  if (self->start == 0)
    self->start = gdk_frame_clock_get_frame_time (clock);
  part = MIN (1, (gdk_frame_clock_get_frame_time (clock) - self->start) / (double) GLIDE_MICROSECONDS);
  part = part * part * (3 - 2 * part);
  self->now.look = way_look_between (&self->from.look, &self->to.look, part);
  self->now.spot = rect_between (&self->from.spot, &self->to.spot, part);
  self->now.light = self->from.light + (self->to.light - self->from.light) * part;
  gtk_widget_queue_draw (widget);
  g_signal_emit_by_name (self, "moved");
  if (part < 1)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
glides (WayProjection *self)
{
  gboolean animates;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);
  return animates && !self->calm && !self->black && self->placed && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static gboolean
is_same_picture (const WayPicture *a,
                 const WayPicture *b)
{
  return a->look.scale == b->look.scale && a->look.middle.x == b->look.middle.x && a->look.middle.y == b->look.middle.y &&
         a->light == b->light && memcmp (&a->spot, &b->spot, sizeof a->spot) == 0;
}

static void
go_to (WayProjection    *self,
       const WayPicture *picture,
       gboolean          glide)
{
  if (self->placed && is_same_picture (&self->to, picture))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  stop_gliding (self);
  self->to = *picture;
  /* A light that comes on does so in its place, and one that goes out stays where it was. */
  if (self->now.light == 0)
    self->now.spot = picture->spot;
  if (picture->light == 0)
    self->to.spot = self->now.spot;
  if (glide && glides (self))
    {
      self->from = self->now;
      self->start = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
    }
  else
    self->now = self->to;
  self->placed = TRUE;
  tell_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "moved");
}

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
static void
look (WayProjection *self,
      gboolean       glide)
{
  WayPicture picture = self->to;
  const WaySight *sight = way_projection_get_sight (self);

  if (self->scene == NULL || self->wall.width <= 0 || self->wall.height <= 0)
    {
      stop_gliding (self);
      self->placed = FALSE;
      tell_soon (self);
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
  go_to (self, &picture, glide);
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
  look (self, FALSE);
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

  stop_gliding (self);
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
  tell_words (self);
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
  look (self, FALSE);
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
  way_tiles_suspect (self->tiles, NULL);
  scene_changed (self);
  look (self, TRUE);
  tell_soon (self);
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
  look (self, TRUE);
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
  tell_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_projection_get_black (WayProjection *self)
{
  return self->black;
}

WayProjectionMode
way_projection_get_mode (WayProjection *self)
{
  return self->mode;
}

/* The stage that is nearest to the middle of what is seen. */
static guint
find_nearest (WayProjection *self)
{
  guint best = 0;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->sights->len; i++)
    {
      const WaySight *sight = g_ptr_array_index (self->sights, i);
      WayRect focus = self->selected;
      WayPoint middle = self->to.look.middle;
      double distance;

      if (focus.width > 0)
        middle = (WayPoint) { focus.x + focus.width / 2, focus.y + focus.height / 2 };
      distance = hypot (sight->spot.x + sight->spot.width / 2 - middle.x, sight->spot.y + sight->spot.height / 2 - middle.y);

      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

static void
set_sight (WayProjection *self,
           guint          sight,
           guint          page)
{
  self->sight = sight;
  self->page = page;
  g_set_str (&self->sight_id, ((WaySight *) g_ptr_array_index (self->sights, sight))->id);
}

/**
 * way_projection_set_mode:
 * @self: a projection
 * @mode: what moves it
 *
 * Walking begins where the desk is, or at the first stage where it shows the whole map.
 */
void
way_projection_set_mode (WayProjection     *self,
                         WayProjectionMode  mode)
{
  gboolean whole = self->selected.width <= 0 && (self->desk.width <= 0 || self->desk.width >= self->wall.map_width);

  if (self->mode == mode)
    return;
  self->mode = mode;
  if (mode == WAY_PROJECTION_WALK && self->sights != NULL)
    set_sight (self, whole ? 0 : find_nearest (self), 0);
  look (self, TRUE);
  tell_soon (self);
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
    look (self, TRUE);
}

/**
 * way_projection_set_draft:
 * @self: a projection
 * @draft: (nullable): what is being typed at the desk, or %NULL when that is over
 *
 * What is typed in place of something that this map does not show is not shown.
 */
void
way_projection_set_draft (WayProjection  *self,
                          const WayDraft *draft)
{
  g_free (self->draft.text);
  self->draft = draft != NULL ? *draft : (WayDraft) { 0 };
  self->draft.text = g_strdup (self->draft.text);
  if (self->mode == WAY_PROJECTION_FOLLOW && self->scene != NULL)
    look (self, TRUE);
  tell_soon (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * way_projection_walk:
 * @self: a projection
 * @step: 1 to go on, -1 to go back
 *
 * Goes to what comes next: the next part of the stage that is seen, or the next stage. One that does not walk yet begins to.
 */
void
way_projection_walk (WayProjection *self,
                     int            step)
{
  if (self->sights == NULL)
    return;
  if (self->mode != WAY_PROJECTION_WALK)
    {
      way_projection_set_mode (self, WAY_PROJECTION_WALK);
      return;
    }
  if (step > 0 && self->page + 1 < way_look_count_pages (&self->wall, way_projection_get_sight (self)))
    self->page++;
  else if (step > 0 && self->sight + 1 < self->sights->len)
    set_sight (self, self->sight + 1, 0);
  else if (step < 0 && self->page > 0)
    self->page--;
  else if (step < 0 && self->sight > 0)
    set_sight (self, self->sight - 1,
               way_look_count_pages (&self->wall, g_ptr_array_index (self->sights, self->sight - 1)) - 1);
  look (self, TRUE);
}

/**
 * way_projection_walk_to_end:
 * @self: a projection
 * @last: whether to go to the last stage, else to the first
 */
void
way_projection_walk_to_end (WayProjection *self,
                            gboolean       last)
{
  if (self->sights == NULL)
    return;
  self->mode = WAY_PROJECTION_WALK;
  set_sight (self, last ? self->sights->len - 1 : 0, 0);
  look (self, TRUE);
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
