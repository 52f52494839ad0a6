/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas as a widget: its scene, its view and how that is tied to scrollbars, zoom and size. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"

#include <math.h>

/* The zoom rests this long before the map is painted sharp. */
#define REST_MILLISECONDS 120
#define GLIDE_MICROSECONDS 180000

enum
{
  PROP_SCENE = 1,
  PROP_DARK,
  PROP_ZOOM,
  PROP_EDITABLE,
  PROP_SELECTED,
  N_OWN_PROPERTIES,
  PROP_HADJUSTMENT = N_OWN_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_OWN_PROPERTIES];

G_DEFINE_FINAL_TYPE_WITH_CODE (WayCanvas, way_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, way_canvas_accessible_init))

static void
configure_adjustments (WayCanvas *self)
{
  double width, height;

  way_view_get_extent (&self->view, &width, &height);
  self->adjusting = TRUE;
  if (self->adjustments[0] != NULL)
    gtk_adjustment_configure (self->adjustments[0], self->view.scroll_x, 0, width, 40, self->view.width * 0.9, self->view.width);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_configure (self->adjustments[1], self->view.scroll_y, 0, height, 40, self->view.height * 0.9, self->view.height);
  self->adjusting = FALSE;
}

/* To be called whenever the view is not what it was. */
void
way_canvas_view_changed (WayCanvas *self)
{
  configure_adjustments (self);
  if (self->editor.view != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_canvas_animates (WayCanvas *self)
{
  gboolean animates;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);
  return animates;
}

static void
rest_cb (gpointer data)
{
  WayCanvas *self = data;

  self->rest = 0;
  self->moving = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_canvas_set_zoom_at (WayCanvas *self,
                        double     zoom,
                        double     x,
                        double     y)
{
  double before = self->view.zoom;

  way_view_zoom_at (&self->view, zoom, x, y);
  self->moving = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (REST_MILLISECONDS, rest_cb, self);
  way_canvas_view_changed (self);
  if (before != self->view.zoom)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  WayCanvas *self = WAY_CANVAS (widget);
  WayCanvasGlide *glide = &self->glide;
  double part;

  if (glide->start == 0)
    glide->start = gdk_frame_clock_get_frame_time (clock);
  part = MIN (1, (gdk_frame_clock_get_frame_time (clock) - glide->start) / (double) GLIDE_MICROSECONDS);
  part = 1 - pow (1 - part, 3);
  way_canvas_set_zoom_at (self, part >= 1 ? glide->to : exp (log (glide->from) + (log (glide->to) - log (glide->from)) * part),
                          glide->x, glide->y);
  if (part < 1)
    return G_SOURCE_CONTINUE;
  glide->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_gliding (WayCanvas *self)
{
  if (self->glide.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide.tick);
  self->glide.tick = 0;
}

/* Goes to @zoom in a few frames, or at once for those who want nothing to move. */
void
way_canvas_glide_to (WayCanvas *self,
                     double     zoom,
                     double     x,
                     double     y)
{
  stop_gliding (self);
  zoom = CLAMP (zoom, WAY_ZOOM_MIN, WAY_ZOOM_MAX);
  if (!way_canvas_animates (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      way_canvas_set_zoom_at (self, zoom, x, y);
      return;
    }
  self->glide = (WayCanvasGlide) { .from = self->view.zoom, .to = zoom, .x = x, .y = y };
  self->glide.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

static void
adjusted_cb (GtkAdjustment *adjustment,
             WayCanvas     *self)
{
  if (self->adjusting)
    return;
  if (adjustment == self->adjustments[0])
    self->view.scroll_x = gtk_adjustment_get_value (adjustment);
  else
    self->view.scroll_y = gtk_adjustment_get_value (adjustment);
  if (self->editor.view != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (WayCanvas     *self,
                guint          which,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[which] == adjustment && adjustment != NULL)
    return;
  if (self->adjustments[which] != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->adjustments[which], adjusted_cb, self);
      g_clear_object (&self->adjustments[which]);
    }
  if (adjustment == NULL)
    return;
  self->adjustments[which] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self);
  configure_adjustments (self);
}

static void
way_canvas_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
way_canvas_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  WayCanvas *self = WAY_CANVAS (widget);

  if (self->view.width != width || self->view.height != height)
    {
      self->view.width = width;
      self->view.height = height;
      if (self->fit && self->view.zoom != way_view_get_fit (&self->view))
        {
          self->view.zoom = way_view_get_fit (&self->view);
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
        }
      way_view_clamp (&self->view);
      configure_adjustments (self);
    }
  way_canvas_allocate_editor (self);
}

static void
way_canvas_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  way_canvas_draw (WAY_CANVAS (widget), snapshot);
  if (WAY_CANVAS (widget)->editor.view != NULL)
    gtk_widget_snapshot_child (widget, WAY_CANVAS (widget)->editor.view, snapshot);
}

static void
way_canvas_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WayCanvas *self = WAY_CANVAS (object);

  switch (id)
    {
    case PROP_SCENE:
      g_value_set_object (value, self->scene);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->view.zoom);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, way_canvas_get_selected (self));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_canvas_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  WayCanvas *self = WAY_CANVAS (object);

  switch (id)
    {
    case PROP_SCENE:
      way_canvas_set_scene (self, g_value_get_object (value));
      break;
    case PROP_DARK:
      self->dark = g_value_get_boolean (value);
      way_tiles_set_style (self->tiles, self->dark ? WAY_STYLE_DARK : WAY_STYLE_LIGHT);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_canvas_dispose (GObject *object)
{
  WayCanvas *self = WAY_CANVAS (object);

  stop_gliding (self);
  way_canvas_dispose_editor (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->items_by_key, g_hash_table_unref);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (way_canvas_parent_class)->dispose (object);
}

static void
way_canvas_finalize (GObject *object)
{
  way_tiles_free (WAY_CANVAS (object)->tiles);

  G_OBJECT_CLASS (way_canvas_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *klass)
{
  properties[PROP_SCENE] = g_param_spec_object ("scene", NULL, NULL, WAY_TYPE_SCENE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, WAY_ZOOM_MIN, WAY_ZOOM_MAX, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_OWN_PROPERTIES, properties);
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
way_canvas_class_init (WayCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = way_canvas_get_property;
  object_class->set_property = way_canvas_set_property;
  object_class->dispose = way_canvas_dispose;
  object_class->finalize = way_canvas_finalize;
  add_properties (object_class);

  /**
   * WayCanvas::edit:
   * @self: the canvas
   * @edit: what is to be done
   *
   * Returns: whether it was done
   */
  g_signal_new ("edit", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                WAY_TYPE_EDIT);

  /**
   * WayCanvas::discarded:
   * @self: the canvas
   * @edit: what was typed and then left, so that it can be had back
   */
  g_signal_new ("discarded", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, WAY_TYPE_EDIT);

  /**
   * WayCanvas::refused:
   * @self: the canvas
   * @reason: why what was asked for cannot be done, in one sentence
   */
  g_signal_new ("refused", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  widget_class->measure = way_canvas_measure;
  widget_class->size_allocate = way_canvas_size_allocate;
  widget_class->snapshot = way_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_canvas_init (WayCanvas *self)
{
  self->tiles = way_tiles_new ();
  self->view.zoom = 1;
  self->editable = TRUE;
  self->fit = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  way_canvas_add_controllers (self);
  way_canvas_add_keys (self);
}

GtkWidget *
way_canvas_new (void)
{
  return g_object_new (WAY_TYPE_CANVAS, NULL);
}

/**
 * way_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (nullable): the map that it shows
 */
WayScene *
way_canvas_get_scene (WayCanvas *self)
{
  return self->scene;
}

static void
scene_changed (WayCanvas *self)
{
  self->view.map_width = self->view.map_height = 0;
  if (self->scene != NULL)
    way_scene_get_size (self->scene, &self->view.map_width, &self->view.map_height);
  way_view_clamp (&self->view);
  way_canvas_view_changed (self);
}

/**
 * way_canvas_set_scene:
 * @self: a canvas
 * @scene: (nullable): another map
 *
 * Shows @scene whole, with nothing selected. What is being typed must be finished before.
 */
void
way_canvas_set_scene (WayCanvas *self,
                      WayScene  *scene)
{
  g_autofree char *label = NULL;

  way_canvas_drop_editor (self);
  stop_gliding (self);
  self->drag = (WayCanvasDrag) { .given_up = TRUE };
  self->selected = self->hovered = (WaySpot) { 0 };
  g_set_object (&self->scene, scene);
  way_tiles_set_scene (self->tiles, scene);
  scene_changed (self);
  way_canvas_zoom_to_fit (self);
  way_canvas_refresh_items (self);
  if (scene != NULL)
    /* Translators: the title of a map. */
    label = g_strdup_printf (_("Map: %s"), way_scene_get_title (scene));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : _("Map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys go from card to card, Enter changes one, typing adds one."), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* What was undone, redone or made is what is looked at next; where the selected card went, its neighbour is. */
static void
follow_changes (WayCanvas  *self,
                WayChanges *changes)
{
  WaySpot spot;

  for (guint i = 0; i < way_changes_get_length (changes); i++)
    {
      const WayChange *change = way_changes_get (changes, i);

      if (change->kind == WAY_KIND_CARD && change->type != WAY_CHANGE_REMOVED && way_outline_find_card (self->scene, change->id, &spot))
        {
          way_canvas_select (self, &spot, TRUE);
          return;
        }
    }
  if (!way_spot_is_set (&self->selected))
    return;
  if (*self->selected.card != '\0' && !way_outline_find_card (self->scene, self->selected.card, &spot))
    {
      const WayGroup *cell = way_outline_find_cell (self->scene, self->selected.lane, self->selected.stage);
      g_autoptr (GArray) cards = cell != NULL ? way_outline_list_cards (self->scene, cell) : NULL;

      spot = cell != NULL ? self->selected : (WaySpot) { 0 };
      *spot.card = '\0';
      if (cards != NULL && cards->len > 0)
        g_strlcpy (spot.card, way_scene_get_item (self->scene, g_array_index (cards, guint, CLAMP (self->selected_index, 0, (int) cards->len - 1)))->id,
                   sizeof spot.card);
      way_canvas_select (self, &spot, FALSE);
    }
}

/**
 * way_canvas_update:
 * @self: a canvas
 * @changes: what a commit touched
 * @error: what went wrong in reading
 *
 * Brings the scene up to date. The selection follows what changed.
 *
 * Returns: whether it could be read
 */
gboolean
way_canvas_update (WayCanvas   *self,
                   WayChanges  *changes,
                   GError     **error)
{
  gboolean changed;

  if (self->scene == NULL)
    return TRUE;
  if (!way_scene_update (self->scene, changes, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  self->hovered = (WaySpot) { 0 };
  way_canvas_follow_editor (self);
  way_tiles_suspect (self->tiles);
  scene_changed (self);
  way_canvas_refresh_items (self);
  follow_changes (self, changes);
  return TRUE;
}

double
way_canvas_get_zoom (WayCanvas *self)
{
  return self->view.zoom;
}

/* Keys and buttons zoom around what is selected and seen, else around the middle. */
static WayPoint
get_anchor (WayCanvas *self)
{
  WayRect area, place;
  WayPoint middle = { self->view.width / 2, self->view.height / 2 };

  if (self->scene == NULL || !way_outline_get_bounds (self->scene, &self->selected, &area))
    return middle;
  place = way_view_from_map (&self->view, &area);
  if (!way_rect_contains (&(WayRect) { 0, 0, self->view.width, self->view.height }, place.x + place.width / 2, place.y + place.height / 2))
    return middle;
  return (WayPoint) { place.x + place.width / 2, place.y + place.height / 2 };
}

/**
 * way_canvas_zoom_by:
 * @self: a canvas
 * @factor: above 1 to see less of the map, larger
 */
void
way_canvas_zoom_by (WayCanvas *self,
                    double     factor)
{
  way_canvas_zoom_to (self, (self->glide.tick != 0 ? self->glide.to : self->view.zoom) * factor);
}

/**
 * way_canvas_zoom_to:
 * @self: a canvas
 * @zoom: 1 is as large as on paper
 */
void
way_canvas_zoom_to (WayCanvas *self,
                    double     zoom)
{
  WayPoint anchor = get_anchor (self);

  self->fit = FALSE;
  way_canvas_glide_to (self, zoom, anchor.x, anchor.y);
}

/**
 * way_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole map, and goes on doing so when the size of the canvas changes, until the zoom is changed otherwise.
 */
void
way_canvas_zoom_to_fit (WayCanvas *self)
{
  stop_gliding (self);
  self->fit = TRUE;
  way_canvas_set_zoom_at (self, way_view_get_fit (&self->view), self->view.width / 2, self->view.height / 2);
}

void
way_canvas_select (WayCanvas     *self,
                   const WaySpot *spot,
                   gboolean       show)
{
  WaySpot before = self->selected;
  WayRect area;

  self->selected = *spot;
  self->selected_index = self->scene != NULL && way_spot_is_set (spot) ? way_outline_get_index (self->scene, spot) : -1;
  if (show && self->scene != NULL && way_outline_get_bounds (self->scene, spot, &area))
    {
      way_view_show (&self->view, &area, 2 * WAY_VIEW_MARGIN);
      way_canvas_view_changed (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!way_spot_equal (&before, spot))
    {
      way_canvas_refresh_focus (self, &before);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
}

/**
 * way_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (nullable): the id of the selected card
 */
const char *
way_canvas_get_selected (WayCanvas *self)
{
  return *self->selected.card != '\0' ? self->selected.card : NULL;
}

/**
 * way_canvas_get_cell_selected:
 * @self: a canvas
 *
 * Returns: whether a card or an empty cell is selected, so that a card can be added there
 */
gboolean
way_canvas_get_cell_selected (WayCanvas *self)
{
  return way_spot_is_set (&self->selected);
}

/**
 * way_canvas_select_card:
 * @self: a canvas
 * @id: a card
 *
 * Selects a card and scrolls to it.
 *
 * Returns: whether it is on the map
 */
gboolean
way_canvas_select_card (WayCanvas  *self,
                        const char *id)
{
  WaySpot spot;

  if (self->scene == NULL || !way_outline_find_card (self->scene, id, &spot))
    return FALSE;
  way_canvas_select (self, &spot, TRUE);
  return TRUE;
}
