/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane that goes between a list and one of what is in it. */
#include "app/way-list-pane.h"

#include "app/way-lead-row.h"

typedef struct
{
  GtkWidget *scrolled;
  char *open;                 /* nullable: the id of the one in full */
  gboolean focus;             /* the focus goes to what is shown next */
  guint change;               /* the idle call that shows something else */
} WayListPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WayListPane, way_list_pane, WAY_TYPE_PANE)

static gboolean
change_cb (gpointer data)
{
  WayListPane *self = data;
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);
  gboolean focus = priv->focus;

  priv->change = 0;
  priv->focus = FALSE;
  WAY_PANE_GET_CLASS (self)->refresh (WAY_PANE (self));
  if (focus && priv->open != NULL)
    WAY_LIST_PANE_GET_CLASS (self)->focus (self);
  else if (focus)
    gtk_widget_child_focus (priv->scrolled, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
back_cb (GtkButton   *button,
         WayListPane *self)
{
  way_list_pane_show (self, NULL);
}

static void
row_activated_cb (AdwActionRow *row,
                  WayListPane  *self)
{
  way_list_pane_show (self, g_object_get_data (G_OBJECT (row), "id"));
}

static void
way_list_pane_refresh (WayPane *pane)
{
  WayListPane *self = WAY_LIST_PANE (pane);
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  way_pane_finish (pane);
  gtk_widget_add_css_class (box, "pane");
  if (!WAY_LIST_PANE_GET_CLASS (self)->fill (self, box, priv->open))
    g_clear_pointer (&priv->open, g_free);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scrolled), box);
}

static void
way_list_pane_dispose (GObject *object)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (WAY_LIST_PANE (object));

  g_clear_handle_id (&priv->change, g_source_remove);

  G_OBJECT_CLASS (way_list_pane_parent_class)->dispose (object);
}

static void
way_list_pane_finalize (GObject *object)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (WAY_LIST_PANE (object));

  g_free (priv->open);

  G_OBJECT_CLASS (way_list_pane_parent_class)->finalize (object);
}

static void
way_list_pane_class_init (WayListPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_list_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_list_pane_finalize;
  WAY_PANE_CLASS (klass)->refresh = way_list_pane_refresh;
}

static void
way_list_pane_init (WayListPane *self)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);

  priv->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), priv->scrolled);
}

/**
 * way_list_pane_get_open:
 * @self: a pane
 *
 * Returns: (nullable): the id of the one in full
 */
const char *
way_list_pane_get_open (WayListPane *self)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);

  return priv->open;
}

/**
 * way_list_pane_show:
 * @self: a pane
 * @id: (nullable): a record, or %NULL for the list
 *
 * Shows that, with the focus, once what is being typed is in the workspace. Not at once: what leads there goes with what is shown now.
 */
void
way_list_pane_show (WayListPane *self,
                    const char  *id)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);

  if (!way_pane_finish (WAY_PANE (self)))
    return;
  g_set_str (&priv->open, id);
  priv->focus = TRUE;
  way_list_pane_show_anew (self);
}

/**
 * way_list_pane_show_anew:
 * @self: a pane
 *
 * Reads what is shown once more, when there is time.
 */
void
way_list_pane_show_anew (WayListPane *self)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);

  if (priv->change == 0)
    priv->change = g_idle_add (change_cb, self);
}

/**
 * way_list_pane_get_box:
 * @self: a pane
 *
 * Returns: what everything that is shown is in
 */
GtkWidget *
way_list_pane_get_box (WayListPane *self)
{
  WayListPanePrivate *priv = way_list_pane_get_instance_private (self);

  return priv->scrolled;
}

/**
 * way_list_pane_add_button:
 * @self: a pane
 * @box: where to
 * @label: its words, with a mnemonic
 * @callback: (scope forever): what it does, with the pane
 * @css_class: (nullable): its style
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
way_list_pane_add_button (WayListPane *self,
                          GtkWidget   *box,
                          const char  *label,
                          GCallback    callback,
                          const char  *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * way_list_pane_add_back:
 * @self: a pane
 * @box: where to
 * @label: its words, with a mnemonic
 *
 * Adds the button that leads from one in full to the list.
 */
void
way_list_pane_add_back (WayListPane *self,
                        GtkWidget   *box,
                        const char  *label)
{
  way_list_pane_add_button (self, box, label, G_CALLBACK (back_cb), "flat");
}

/**
 * way_list_pane_new_row:
 * @self: a pane
 * @id: a record
 * @title: what it is called
 * @subtitle: more of it
 *
 * Returns: (transfer floating): a row of the list, which leads to the record in full
 */
GtkWidget *
way_list_pane_new_row (WayListPane *self,
                       const char  *id,
                       const char  *title,
                       const char  *subtitle)
{
  GtkWidget *row = g_object_new (WAY_TYPE_LEAD_ROW, "title", title, "subtitle", subtitle, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}
