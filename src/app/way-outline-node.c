/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the outline. */
#include "app/way-outline-node.h"

enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_INDEX,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WayOutlineNode, way_outline_node, G_TYPE_OBJECT)

static void
way_outline_node_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WayOutlineNode *self = WAY_OUTLINE_NODE (object);

  if (id == PROP_INDEX)
    g_value_set_uint (value, self->index);
  else
    g_value_set_string (value, id == PROP_TITLE ? self->title : self->detail);
}

static void
way_outline_node_finalize (GObject *object)
{
  WayOutlineNode *self = WAY_OUTLINE_NODE (object);

  g_clear_object (&self->children);
  g_free (self->id);
  g_free (self->lane);
  g_free (self->stage);
  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (way_outline_node_parent_class)->finalize (object);
}

static void
way_outline_node_class_init (WayOutlineNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = way_outline_node_get_property;
  G_OBJECT_CLASS (klass)->finalize = way_outline_node_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
way_outline_node_init (WayOutlineNode *self)
{
}

/**
 * way_outline_node_new:
 * @part: what it stands for
 * @kind: of the record, where it is one
 * @id: the record, or what tells it from the others
 *
 * Returns: (transfer full): a line without a name
 */
WayOutlineNode *
way_outline_node_new (WayOutlinePart  part,
                      WayKind         kind,
                      const char     *id)
{
  WayOutlineNode *self = g_object_new (WAY_TYPE_OUTLINE_NODE, NULL);

  self->part = part;
  self->kind = kind;
  self->id = g_strdup (id);
  return self;
}

/**
 * way_outline_node_name:
 * @self: a line
 * @title: what it says
 * @detail: what it is among its neighbours
 */
void
way_outline_node_name (WayOutlineNode *self,
                       const char     *title,
                       const char     *detail)
{
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (g_set_str (&self->detail, detail))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/**
 * way_outline_node_place:
 * @self: a line
 * @index: how many come before it
 * @n: how many it stands among, with itself
 */
void
way_outline_node_place (WayOutlineNode *self,
                        guint           index,
                        guint           n)
{
  if (self->index == index && self->n == n)
    return;
  self->index = index;
  self->n = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}
