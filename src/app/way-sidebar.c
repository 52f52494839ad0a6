/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that a workspace has, and its maps; only the rows in sight are there. */
#include "app/way-sidebar.h"

#include "base/way-i18n.h"

struct _WaySidebar
{
  AdwBin parent_instance;

  WayMapList *list;           /* nullable */
  GtkSingleSelection *selection;

  GtkListBox *parts;
  GtkListBoxRow *maps_row, *personas_row;
  GtkListView *maps;
};

static guint maps_signal, personas_signal, map_signal;

G_DEFINE_FINAL_TYPE (WaySidebar, way_sidebar, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *row,
           WaySidebar               *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *kind;

  add_label (box);
  kind = add_label (box);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (row, box);
}

static void
name_row (WayMapItem  *item,
          GParamSpec  *pspec,
          GtkListItem *row)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (row));

  gtk_label_set_label (GTK_LABEL (title), way_map_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), way_map_item_get_kind (item));
  gtk_list_item_set_accessible_label (row, way_map_item_get_title (item));
  gtk_list_item_set_accessible_description (row, way_map_item_get_kind (item));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *row,
         WaySidebar               *self)
{
  g_signal_connect_object (gtk_list_item_get_item (row), "notify", G_CALLBACK (name_row), row, G_CONNECT_DEFAULT);
  name_row (gtk_list_item_get_item (row), NULL, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *row,
           WaySidebar               *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), name_row, row);
}

static void
map_activated_cb (GtkListView *list,
                  guint        position,
                  WaySidebar  *self)
{
  g_autoptr (WayMapItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, map_signal, 0, way_map_item_get_id (item));
}

static void
part_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row,
                   WaySidebar    *self)
{
  g_signal_emit (self, row == self->personas_row ? personas_signal : maps_signal, 0);
}

static void
way_sidebar_dispose (GObject *object)
{
  WaySidebar *self = WAY_SIDEBAR (object);

  way_sidebar_set_list (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAY_TYPE_SIDEBAR);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (way_sidebar_parent_class)->dispose (object);
}

static void
way_sidebar_class_init (WaySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_sidebar_dispose;
  maps_signal = g_signal_new ("maps-chosen", WAY_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  personas_signal = g_signal_new ("personas-chosen", WAY_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  map_signal = g_signal_new ("map-chosen", WAY_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/waymark/Waymark/way-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySidebar, parts);
  gtk_widget_class_bind_template_child (widget_class, WaySidebar, maps_row);
  gtk_widget_class_bind_template_child (widget_class, WaySidebar, personas_row);
  gtk_widget_class_bind_template_child (widget_class, WaySidebar, maps);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
}

static void
way_sidebar_init (WaySidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->maps, factory);
  gtk_list_view_set_model (self->maps, GTK_SELECTION_MODEL (self->selection));
}

/**
 * way_sidebar_set_list:
 * @self: a sidebar
 * @list: (nullable): the maps
 */
void
way_sidebar_set_list (WaySidebar *self,
                      WayMapList *list)
{
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  g_set_object (&self->list, list);
}

/**
 * way_sidebar_show_maps:
 * @self: a sidebar
 *
 * Marks that all maps are shown.
 */
void
way_sidebar_show_maps (WaySidebar *self)
{
  gtk_list_box_select_row (self->parts, self->maps_row);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * way_sidebar_show_personas:
 * @self: a sidebar
 *
 * Marks that all personas are shown.
 */
void
way_sidebar_show_personas (WaySidebar *self)
{
  gtk_list_box_select_row (self->parts, self->personas_row);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * way_sidebar_show_map:
 * @self: a sidebar
 * @map_id: a map
 *
 * Marks that @map_id is shown, and scrolls to where it is in the list.
 */
void
way_sidebar_show_map (WaySidebar *self,
                      const char *map_id)
{
  guint position = way_map_list_find (self->list, map_id);

  gtk_list_box_unselect_all (self->parts);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->maps, position, GTK_LIST_SCROLL_NONE, NULL);
}
