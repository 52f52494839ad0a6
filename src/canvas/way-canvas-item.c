/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing on the map as assistive technology reads it. */
#include "canvas/way-canvas-item.h"

#include <math.h>

enum { PROP_ROLE = 1 };

static void way_canvas_item_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayCanvasItem, way_canvas_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, way_canvas_item_accessible_init))

static GtkATContext *
get_context (WayCanvasItem *self)
{
  if (self->context == NULL && self->canvas != NULL)
    self->context = gtk_at_context_create (self->role, GTK_ACCESSIBLE (self), gtk_widget_get_display (GTK_WIDGET (self->canvas)));
  return self->context;
}

static GtkATContext *
item_get_at_context (GtkAccessible *accessible)
{
  GtkATContext *context = get_context (WAY_CANVAS_ITEM (accessible));

  return context != NULL ? g_object_ref (context) : NULL;
}

gboolean
way_canvas_item_is_selected (WayCanvasItem *self)
{
  return self->canvas != NULL && way_spot_is_set (&self->spot) && way_canvas_is_selected (self->canvas, &self->spot);
}

/* Which item of the scene it is, or -1 for a cell or list. Where others came or went before its group, that is another one than it was. */
int
way_canvas_item_get_number (WayCanvasItem *self)
{
  return self->item >= 0 ? (int) way_scene_get_group (self->canvas->scene, self->group)->first_item + self->item : -1;
}

void
way_canvas_item_set_number (WayCanvasItem *self,
                            guint          number)
{
  self->group = way_scene_get_item (self->canvas->scene, number)->group;
  self->item = number - way_scene_get_group (self->canvas->scene, self->group)->first_item;
}

static gboolean
item_get_platform_state (GtkAccessible              *accessible,
                         GtkAccessiblePlatformState  state)
{
  WayCanvasItem *self = WAY_CANVAS_ITEM (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return way_spot_is_set (&self->spot);
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->canvas != NULL && way_spot_is_set (&self->spot) && way_spot_equal (&self->spot, &self->canvas->selected) &&
             gtk_widget_has_focus (GTK_WIDGET (self->canvas));
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
item_get_accessible_parent (GtkAccessible *accessible)
{
  WayCanvas *canvas = WAY_CANVAS_ITEM (accessible)->canvas;
  WayCanvasItem *above = WAY_CANVAS_ITEM (accessible)->above;

  if (above != NULL)
    return GTK_ACCESSIBLE (g_object_ref (above));
  return canvas != NULL ? GTK_ACCESSIBLE (g_object_ref (canvas)) : NULL;
}

static GtkAccessible *
item_get_first_accessible_child (GtkAccessible *accessible)
{
  GPtrArray *children = way_canvas_item_get_children (WAY_CANVAS_ITEM (accessible));

  return children != NULL && children->len > 0 ? g_object_ref (children->pdata[0]) : NULL;
}

static GtkAccessible *
item_get_next_accessible_sibling (GtkAccessible *accessible)
{
  WayCanvasItem *self = WAY_CANVAS_ITEM (accessible);

  GPtrArray *beside = self->above != NULL ? self->above->children : self->canvas != NULL ? self->canvas->items : NULL;

  if (beside == NULL)
    return NULL;
  if (self->place + 1 < beside->len)
    return g_object_ref (beside->pdata[self->place + 1]);
  return self->above == NULL ? way_canvas_get_first_widget (self->canvas) : NULL;
}

static gboolean
get_area (WayCanvasItem *self,
          int           *x,
          int           *y,
          int           *width,
          int           *height)
{
  WayRect area;
  int number;

  if (self->canvas == NULL || self->canvas->scene == NULL || self->group >= way_scene_get_n_groups (self->canvas->scene))
    return FALSE;
  number = way_canvas_item_get_number (self);
  if (number >= 0 && number < (int) way_scene_get_n_items (self->canvas->scene))
    area = way_scene_get_item (self->canvas->scene, number)->bounds;
  else if (!way_spot_is_set (&self->spot))
    area = way_scene_get_group (self->canvas->scene, self->group)->bounds;
  else if (!way_outline_get_bounds (self->canvas->scene, &self->spot, &area))
    return FALSE;
  area = way_view_from_map (&self->canvas->view, &area);
  *x = lround (area.x);
  *y = lround (area.y);
  *width = lround (area.width);
  *height = lround (area.height);
  return TRUE;
}

/* In the canvas, or in the place that it is in. */
static gboolean
item_get_bounds (GtkAccessible *accessible,
                 int           *x,
                 int           *y,
                 int           *width,
                 int           *height)
{
  WayCanvasItem *self = WAY_CANVAS_ITEM (accessible);
  int left, top, ignored;

  if (!get_area (self, x, y, width, height))
    return FALSE;
  if (self->above != NULL && get_area (self->above, &left, &top, &ignored, &ignored))
    {
      *x -= left;
      *y -= top;
    }
  return TRUE;
}

static void
way_canvas_item_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = item_get_at_context;
  iface->get_platform_state = item_get_platform_state;
  iface->get_accessible_parent = item_get_accessible_parent;
  iface->get_first_accessible_child = item_get_first_accessible_child;
  iface->get_next_accessible_sibling = item_get_next_accessible_sibling;
  iface->get_bounds = item_get_bounds;
}

static void
way_canvas_item_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_ROLE)
    g_value_set_enum (value, WAY_CANVAS_ITEM (object)->role);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_canvas_item_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_ROLE)
    WAY_CANVAS_ITEM (object)->role = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_canvas_item_dispose (GObject *object)
{
  g_clear_object (&WAY_CANVAS_ITEM (object)->context);

  G_OBJECT_CLASS (way_canvas_item_parent_class)->dispose (object);
}

static void
way_canvas_item_finalize (GObject *object)
{
  g_free (WAY_CANVAS_ITEM (object)->key);
  g_free (WAY_CANVAS_ITEM (object)->name);
  g_free (WAY_CANVAS_ITEM (object)->where);
  g_clear_pointer (&WAY_CANVAS_ITEM (object)->text, way_text_block_unref);
  g_clear_pointer (&WAY_CANVAS_ITEM (object)->children, g_ptr_array_unref);

  G_OBJECT_CLASS (way_canvas_item_parent_class)->finalize (object);
}

static void
way_canvas_item_class_init (WayCanvasItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = way_canvas_item_get_property;
  object_class->set_property = way_canvas_item_set_property;
  object_class->dispose = way_canvas_item_dispose;
  object_class->finalize = way_canvas_item_finalize;
  g_object_class_override_property (object_class, PROP_ROLE, "accessible-role");
}

static void
way_canvas_item_init (WayCanvasItem *self)
{
  self->item = -1;
  self->told = -1;
}
