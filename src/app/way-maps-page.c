/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of maps: pictures of those that are in sight, one at a time when there is nothing else to do. */
#include "app/way-maps-page.h"

#include "app/way-map-drag.h"
#include "app/way-template.h"
#include "app/way-thumbnail.h"
#include "base/way-i18n.h"

struct _WayMapsPage
{
  AdwBin parent_instance;

  WayMapList *list;           /* nullable */
  GtkSingleSelection *selection;
  GtkListItemFactory *factory;
  GPtrArray *cells;           /* of GtkListItem (borrowed): those that stand for a map now */
  guint work;                 /* the idle source that makes pictures */
  GtkWidget *context;         /* the context menu */

  AdwWindowTitle *title;
  GtkStack *pages;
  GtkWidget *scrolled;
  GtkGridView *grid;
  GtkMenuButton *new_button;
  AdwClamp *templates;
  GMenuModel *map_menu;
};

static guint opened_signal, moved_signal;

G_DEFINE_FINAL_TYPE (WayMapsPage, way_maps_page, ADW_TYPE_BIN)

static gboolean
is_in_sight (WayMapsPage *self,
             GtkListItem *cell)
{
  GtkWidget *child = gtk_list_item_get_child (cell);
  graphene_rect_t bounds, sight;

  graphene_rect_init (&sight, 0, 0, gtk_widget_get_width (self->scrolled), gtk_widget_get_height (self->scrolled));
  return gtk_widget_get_mapped (child) && gtk_widget_compute_bounds (child, self->scrolled, &bounds) &&
         graphene_rect_intersection (&sight, &bounds, NULL);
}

static gboolean
make_next_cb (gpointer data)
{
  WayMapsPage *self = data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  for (guint i = 0; i < self->cells->len; i++)
    {
      WayMapItem *item = gtk_list_item_get_item (self->cells->pdata[i]);

      if (!way_map_list_needs_picture (self->list, item, dark) || !is_in_sight (self, self->cells->pdata[i]))
        continue;
      way_map_list_make_picture (self->list, item, gtk_widget_get_scale_factor (GTK_WIDGET (self)), dark);
      return G_SOURCE_CONTINUE;
    }
  self->work = 0;
  return G_SOURCE_REMOVE;
}

static void
look_around (WayMapsPage *self)
{
  if (self->work == 0 && self->list != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->work = g_idle_add_full (G_PRIORITY_LOW, make_next_cb, self, NULL);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *cell,
           WayMapsPage              *self)
{
  gtk_list_item_set_child (cell, way_thumbnail_new ());
}

static void
name_cell (WayMapItem  *item,
           GParamSpec  *pspec,
           GtkListItem *cell)
{
  gtk_list_item_set_accessible_label (cell, way_map_item_get_title (item));
  gtk_list_item_set_accessible_description (cell, way_map_item_get_kind (item));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *cell,
         WayMapsPage              *self)
{
  static const char *const names[][2] = { { "title", "title" }, { "kind", "subtitle" }, { "picture", "picture" } };
  WayMapItem *item = gtk_list_item_get_item (cell);
  GtkWidget *child = gtk_list_item_get_child (cell);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBinding *binding = g_object_bind_property (item, names[i][0], child, names[i][1], G_BINDING_SYNC_CREATE);

      g_object_set_data (G_OBJECT (child), names[i][0], binding);
    }
  g_signal_connect_object (item, "notify::title", G_CALLBACK (name_cell), cell, G_CONNECT_DEFAULT);
  name_cell (item, NULL, cell);
  g_ptr_array_add (self->cells, cell);
  look_around (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *cell,
           WayMapsPage              *self)
{
  static const char *const names[] = { "title", "kind", "picture" };
  WayMapItem *item = gtk_list_item_get_item (cell);
  GtkWidget *child = gtk_list_item_get_child (cell);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_binding_unbind (g_object_steal_data (G_OBJECT (child), names[i]));
  g_signal_handlers_disconnect_by_func (item, name_cell, cell);
  g_ptr_array_remove_fast (self->cells, cell);
  way_map_list_drop_picture (self->list, item);
}

/* The cell that a part of the grid belongs to, and its place. */
static GtkListItem *
find_cell (WayMapsPage *self,
           double       x,
           double       y)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *child = gtk_list_item_get_child (self->cells->pdata[i]);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (gtk_widget_get_parent (child), GTK_WIDGET (self->grid), &bounds) &&
          graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
        return self->cells->pdata[i];
    }
  return NULL;
}

static void
show_menu (WayMapsPage *self,
           GtkListItem *cell)
{
  GtkWidget *child = gtk_list_item_get_child (cell);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context), &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                                              bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->context));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            WayMapsPage     *self)
{
  GtkListItem *cell = find_cell (self, x, y);

  if (cell == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (cell));
  show_menu (self, cell);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  WayMapsPage *self = data;

  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_list_item_get_selected (self->cells->pdata[i]))
      show_menu (self, self->cells->pdata[i]);
  return GDK_EVENT_STOP;
}

static void
open_selected (GtkWidget  *widget,
               const char *name,
               GVariant   *target)
{
  const char *map = way_maps_page_get_selected (WAY_MAPS_PAGE (widget));

  if (map != NULL)
    g_signal_emit (widget, opened_signal, 0, map);
}

static void
activated_cb (GtkGridView *grid,
              guint        position,
              WayMapsPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  open_selected (GTK_WIDGET (self), NULL, NULL);
}

static void
move_selected (WayMapsPage *self,
               int          by)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (position == GTK_INVALID_LIST_POSITION || (by < 0 ? position == 0 : position + 1 >= n))
    return;
  g_signal_emit (self, moved_signal, 0, way_maps_page_get_selected (self), position + by);
  gtk_grid_view_scroll_to (self->grid, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *target)
{
  move_selected (WAY_MAPS_PAGE (widget), g_str_equal (name, "maps.move-earlier") ? -1 : 1);
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  move_selected (data, g_variant_get_int32 (arguments) * (right_to_left ? -1 : 1));
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            WayMapsPage   *self)
{
  GtkListItem *cell = find_cell (self, x, y);
  g_autoptr (GdkPaintable) icon = NULL;

  if (cell == NULL)
    return NULL;
  icon = gtk_widget_paintable_new (gtk_list_item_get_child (cell));
  gtk_drag_source_set_icon (source, icon, 20, 20);
  return way_map_drag_new (WAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), gtk_list_item_get_item (cell));
}

/* A map is put before the one whose first half it is dropped on, and after the one whose second half. */
static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            WayMapsPage   *self)
{
  GtkListItem *cell = find_cell (self, x, y);
  WayMapItem *item = g_value_get_object (value);
  guint from = way_map_list_find (self->list, way_map_item_get_id (item)), to;
  graphene_rect_t bounds;

  if (cell == NULL || from == GTK_INVALID_LIST_POSITION ||
      !gtk_widget_compute_bounds (gtk_list_item_get_child (cell), GTK_WIDGET (self->grid), &bounds))
    return FALSE;
  to = gtk_list_item_get_position (cell);
  if ((x > bounds.origin.x + bounds.size.width / 2) != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL))
    to++;
  if (to > from)
    to--;
  if (to != from)
    g_signal_emit (self, moved_signal, 0, way_map_item_get_id (item), to);
  return TRUE;
}

static void
update_pages (WayMapsPage *self)
{
  gboolean empty = self->list == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  gtk_stack_set_visible_child_name (self->pages, empty ? "nothing" : "grid");
}

static void
way_maps_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_maps_page_parent_class)->map (widget);
  look_around (WAY_MAPS_PAGE (widget));
}

static void
way_maps_page_dispose (GObject *object)
{
  WayMapsPage *self = WAY_MAPS_PAGE (object);

  way_maps_page_set_list (self, NULL);
  /* The cell that had the focus is let go of later than this page. */
  if (self->factory != NULL)
    g_signal_handlers_disconnect_by_data (self->factory, self);
  g_clear_object (&self->factory);
  g_clear_pointer (&self->context, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_MAPS_PAGE);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (way_maps_page_parent_class)->dispose (object);
}

static void
way_maps_page_class_init (WayMapsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_maps_page_dispose;
  widget_class->map = way_maps_page_map;
  opened_signal = g_signal_new ("opened", WAY_TYPE_MAPS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  moved_signal = g_signal_new ("moved", WAY_TYPE_MAPS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-maps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, title);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, templates);
  gtk_widget_class_bind_template_child (widget_class, WayMapsPage, map_menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "maps.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "maps.move-earlier", NULL, move);
  gtk_widget_class_install_action (widget_class, "maps.move-later", NULL, move);
}

static void
add_key (GtkShortcutController *controller,
         const char            *trigger,
         GtkShortcutAction     *action,
         GVariant              *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action);

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_keys (WayMapsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  add_key (keys, "F2", gtk_named_action_new ("win.rename-map"), NULL);
  add_key (keys, "<Control>d", gtk_named_action_new ("win.duplicate-map"), NULL);
  add_key (keys, "Delete|KP_Delete", gtk_named_action_new ("win.delete-map"), NULL);
  add_key (keys, "<Alt>Left", gtk_callback_action_new (move_key_cb, self, NULL), g_variant_new_int32 (-1));
  add_key (keys, "<Alt>Right", gtk_callback_action_new (move_key_cb, self, NULL), g_variant_new_int32 (1));
  add_key (keys, "Menu|<Shift>F10", gtk_callback_action_new (menu_cb, self, NULL), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), controller);
}

static void
add_pointer (WayMapsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_MAP_ITEM, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (target));
}

static void
way_maps_page_init (WayMapsPage *self)
{
  g_autoptr (GMenuModel) templates = way_template_new_menu ("win.new-map");

  self->factory = gtk_signal_list_item_factory_new ();
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->new_button, templates);
  adw_clamp_set_child (self->templates, way_template_new_list ("win.new-map"));
  self->context = gtk_popover_menu_new_from_model (self->map_menu);
  gtk_widget_set_parent (self->context, GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect (self->factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect (self->factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (self->factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_grid_view_set_factory (self->grid, self->factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
  add_keys (self);
  add_pointer (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "value-changed",
                           G_CALLBACK (look_around), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), "changed",
                           G_CALLBACK (look_around), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (look_around), self, G_CONNECT_SWAPPED);
}

/**
 * way_maps_page_set_list:
 * @self: a maps page
 * @list: (nullable): the maps
 */
void
way_maps_page_set_list (WayMapsPage *self,
                        WayMapList  *list)
{
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  g_clear_handle_id (&self->work, g_source_remove);
  if (list == NULL)
    return;
  g_signal_connect_swapped (list, "stale", G_CALLBACK (look_around), self);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (update_pages), self);
  update_pages (self);
}

/**
 * way_maps_page_get_selected:
 * @self: a maps page
 *
 * Returns: (nullable): the id of the map that is selected
 */
const char *
way_maps_page_get_selected (WayMapsPage *self)
{
  WayMapItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? way_map_item_get_id (item) : NULL;
}

/**
 * way_maps_page_select:
 * @self: a maps page
 * @map_id: (nullable): a map
 *
 * Selects a map and brings the focus to it.
 */
void
way_maps_page_select (WayMapsPage *self,
                      const char  *map_id)
{
  guint position = way_map_list_find (self->list, map_id);

  if (position == GTK_INVALID_LIST_POSITION)
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  else
    gtk_grid_view_scroll_to (self->grid, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

void
way_maps_page_set_subtitle (WayMapsPage *self,
                            const char  *subtitle)
{
  adw_window_title_set_subtitle (self->title, subtitle);
}
