/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas as a widget: its properties, its scene and its size. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"

enum
{
  PROP_SCENE = 1,
  PROP_DARK,
  PROP_ZOOM,
  PROP_EDITABLE,
  PROP_CHECK_SPELLING,
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
      way_canvas_configure_adjustments (self);
    }
  way_canvas_allocate_editor (self);
  way_canvas_present_popovers (self);
}

static void
way_canvas_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  way_canvas_draw (WAY_CANVAS (widget), snapshot);
  if (WAY_CANVAS (widget)->editor.view != NULL)
    gtk_widget_snapshot_child (widget, WAY_CANVAS (widget)->editor.view, snapshot);
  if (WAY_CANVAS (widget)->editor.chip != NULL)
    gtk_widget_snapshot_child (widget, WAY_CANVAS (widget)->editor.chip, snapshot);
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
    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, self->check_spelling);
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
    case PROP_CHECK_SPELLING:
      self->check_spelling = g_value_get_boolean (value);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      way_canvas_set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
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
way_canvas_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_canvas_parent_class)->root (widget);
  way_canvas_watch_palms (WAY_CANVAS (widget));
}

static void
way_canvas_unroot (GtkWidget *widget)
{
  way_canvas_forget_palms (WAY_CANVAS (widget));
  GTK_WIDGET_CLASS (way_canvas_parent_class)->unroot (widget);
}

static void
way_canvas_dispose (GObject *object)
{
  WayCanvas *self = WAY_CANVAS (object);

  way_canvas_stop_gliding (self);
  way_canvas_dispose_editor (self);
  way_canvas_dispose_popovers (self);
  way_canvas_end_band (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  way_canvas_set_adjustment (self, 0, NULL);
  way_canvas_set_adjustment (self, 1, NULL);
  way_canvas_forget_items (self);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (way_canvas_parent_class)->dispose (object);
}

static void
way_canvas_finalize (GObject *object)
{
  way_tiles_free (WAY_CANVAS (object)->tiles);
  g_hash_table_unref (WAY_CANVAS (object)->chosen);
  way_palm_clear (&WAY_CANVAS (object)->palm);
  way_canvas_clear_room (WAY_CANVAS (object));
  g_hash_table_unref (WAY_CANVAS (object)->found);
  g_array_unref (WAY_CANVAS (object)->found_spots);
  g_free (WAY_CANVAS (object)->sought);
  g_free (WAY_CANVAS (object)->whose.picked);

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
  properties[PROP_CHECK_SPELLING] = g_param_spec_boolean ("check-spelling", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
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
   * WayCanvas::draft:
   * @self: the canvas
   * @spot: (type WaySpot): what is being changed, or the cell of what is new
   * @text: (nullable): what is typed so far, with what an input method is composing; %NULL when nothing is typed any more
   *
   * Where on the map that is, [method@Canvas.get_draft_area] says.
   */
  g_signal_new ("draft", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);

  /**
   * WayCanvas::chosen:
   * @self: the canvas
   *
   * What is selected was clicked while the canvas is there to choose from.
   */
  g_signal_new ("chosen", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * WayCanvas::refused:
   * @self: the canvas
   * @reason: why what was asked for cannot be done, in one sentence
   */
  g_signal_new ("refused", WAY_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  widget_class->root = way_canvas_root;
  widget_class->unroot = way_canvas_unroot;
  widget_class->measure = way_canvas_measure;
  widget_class->size_allocate = way_canvas_size_allocate;
  widget_class->snapshot = way_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  way_canvas_install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_canvas_init (WayCanvas *self)
{
  self->tiles = way_tiles_new (GTK_WIDGET (self));
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->found_spots = g_array_new (FALSE, FALSE, sizeof (WaySpot));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  way_palm_init (&self->palm);
  self->view.zoom = 1;
  self->editable = TRUE;
  self->check_spelling = TRUE;
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
  way_canvas_dispose_popovers (self);
  way_canvas_end_band (self);
  way_canvas_stop_gliding (self);
  self->drag = (WayCanvasDrag) { .given_up = TRUE };
  self->selected = self->anchor = self->hovered = (WaySpot) { 0 };
  self->plus = (WayCanvasPlus) { 0 };
  g_hash_table_remove_all (self->chosen);
  g_set_object (&self->scene, scene);
  way_tiles_set_scene (self->tiles, scene);
  scene_changed (self);
  way_canvas_zoom_to_fit (self);
  self->items_scene = NULL;
  way_canvas_refresh_items (self);
  way_canvas_refresh_found (self);
  if (scene != NULL)
    /* Translators: the title of a map. */
    label = g_strdup_printf (_("Map: %s"), way_scene_get_title (scene));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : _("Map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scene != NULL && g_str_equal (way_scene_get_kind (scene), "pathway")
                                    ? _("Arrow keys go along the flow, Enter changes what is selected, typing adds a step.")
                                    : _("Arrow keys go from card to card, Enter changes one, typing adds one."), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The same map, of which anything may be elsewhere. */
static void
laid_out_again (WayCanvas *self)
{
  self->hovered = (WaySpot) { 0 };
  self->plus = (WayCanvasPlus) { 0 };
  way_canvas_clear_room (self);
  way_canvas_follow_editor (self);
  way_tiles_suspect_dirty (self->tiles);
  scene_changed (self);
  way_canvas_refresh_items (self);
  if (self->sought != NULL)
    way_canvas_refresh_found (self);
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
  laid_out_again (self);
  way_canvas_follow_changes (self, changes);
  return TRUE;
}

/**
 * way_canvas_set_scenarios:
 * @self: a canvas
 * @scenarios: (nullable): ids of those that are drawn over the map
 *
 * What is selected and the part that is looked at stay.
 */
void
way_canvas_set_scenarios (WayCanvas         *self,
                          const char *const *scenarios)
{
  if (self->scene == NULL)
    return;
  way_scene_set_scenarios (self->scene, scenarios);
  laid_out_again (self);
}

/**
 * way_canvas_set_choosing:
 * @self: a canvas
 * @choosing: whether the map is there to choose from
 *
 * Then a click on something is told in `chosen`; nothing is dragged, and no click begins to write.
 */
void
way_canvas_set_choosing (WayCanvas *self,
                         gboolean   choosing)
{
  self->choosing = choosing;
}
