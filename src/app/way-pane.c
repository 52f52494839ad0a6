/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every pane beside a map does: nothing while nobody sees it. */
#include "app/way-pane.h"

typedef struct
{
  WayMapContext *context;
  gboolean stale;             /* something happened while it was out of sight */
} WayPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayPane, way_pane, ADW_TYPE_BIN)

static void
refresh (WayPane *self)
{
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale)
    WAY_PANE_GET_CLASS (self)->refresh (self);
}

static void
changed_cb (WayMapContext *context,
            WayChanges    *changes,
            WayPane       *self)
{
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !priv->stale)
    WAY_PANE_GET_CLASS (self)->changed (self, changes);
  else
    priv->stale = TRUE;
}

static void
selected_cb (WayMapContext *context,
             WayPane       *self)
{
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  if (WAY_PANE_GET_CLASS (self)->selected == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !priv->stale)
    WAY_PANE_GET_CLASS (self)->selected (self);
  else
    priv->stale = TRUE;
}

static void
scenarios_cb (WayMapContext *context,
              WayPane       *self)
{
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  if (WAY_PANE_GET_CLASS (self)->scenarios == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !priv->stale)
    WAY_PANE_GET_CLASS (self)->scenarios (self);
  else
    priv->stale = TRUE;
}

static void
way_pane_map (GtkWidget *widget)
{
  WayPane *self = WAY_PANE (widget);
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  GTK_WIDGET_CLASS (way_pane_parent_class)->map (widget);
  if (priv->stale)
    refresh (self);
}

static void
way_pane_dispose (GObject *object)
{
  WayPane *self = WAY_PANE (object);
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  if (priv->context != NULL)
    g_signal_handlers_disconnect_by_data (priv->context, self);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (way_pane_parent_class)->dispose (object);
}

static void
way_pane_class_init (WayPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_pane_dispose;
  GTK_WIDGET_CLASS (klass)->map = way_pane_map;
}

static void
way_pane_init (WayPane *self)
{
}

/**
 * way_pane_new:
 * @type: a class of panes
 * @context: what it works with
 *
 * Returns: (transfer floating): a pane
 */
WayPane *
way_pane_new (GType          type,
              WayMapContext *context)
{
  WayPane *self = g_object_new (type, NULL);
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  priv->context = g_object_ref (context);
  priv->stale = TRUE;
  g_signal_connect_swapped (context, "reset", G_CALLBACK (refresh), self);
  g_signal_connect (context, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (context, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (context, "scenarios", G_CALLBACK (scenarios_cb), self);
  return self;
}

/**
 * way_pane_get_context:
 * @self: a pane
 *
 * Returns: what it works with
 */
WayMapContext *
way_pane_get_context (WayPane *self)
{
  WayPanePrivate *priv = way_pane_get_instance_private (self);

  return priv->context;
}

/**
 * way_pane_finish:
 * @self: a pane
 *
 * Returns: whether what was being typed is in the workspace
 */
gboolean
way_pane_finish (WayPane *self)
{
  WayPaneClass *klass = WAY_PANE_GET_CLASS (self);

  return klass->finish == NULL || klass->finish (self);
}
