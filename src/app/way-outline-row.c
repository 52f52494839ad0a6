/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the outline on the screen, and as they are read out. */
#include "app/way-outline-row.h"

#include "app/way-outline-edits.h"
#include "app/way-outline-node.h"
#include "base/way-i18n.h"

/* What stands in a line, with what can be done with it as actions: assistive technology can give the focus to no line (GTK 4.18), so the
 * keys of the outline are of no use to what has no keyboard. */
typedef struct
{
  GtkBox parent_instance;
} WayOutlineLine;

typedef GtkBoxClass WayOutlineLineClass;

static GType way_outline_line_get_type (void);

G_DEFINE_TYPE (WayOutlineLine, way_outline_line, GTK_TYPE_BOX)

static const struct { const char *name, *action; int move; } deeds[] = {
  { "line.select", NULL, -1 },
  { "line.add", "outline.add-here", -1 },
  { "line.change", "outline.change", -1 },
  { "line.delete", "outline.delete", -1 },
  { "line.flag", "outline.add-flag", -1 },
  { "line.move-up", "outline.move", WAY_OUTLINE_UP },
  { "line.move-down", "outline.move", WAY_OUTLINE_DOWN },
  { "line.move-earlier", "outline.move", WAY_OUTLINE_EARLIER },
  { "line.move-later", "outline.move", WAY_OUTLINE_LATER },
};

static void
act_on_line (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  gtk_widget_activate_action (widget, "listitem.select", "(bb)", FALSE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].name, name) && deeds[i].action != NULL)
      gtk_widget_activate_action_variant (widget, deeds[i].action, deeds[i].move >= 0 ? g_variant_new_int32 (deeds[i].move) : NULL);
}

static void
way_outline_line_class_init (WayOutlineLineClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), deeds[i].name, NULL, act_on_line);
}

static void
way_outline_line_init (WayOutlineLine *self)
{
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
name (WayOutlineNode *node,
      GParamSpec     *pspec,
      GtkListItem    *item)
{
  GtkWidget *expander = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
  /* Translators: what a line of the outline says, and what it is among its neighbours. */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), node->title, node->detail);

  gtk_label_set_label (GTK_LABEL (title), node->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), node->detail);
  /* The expander would call itself by all that stands in it, without a pause. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  /* GTK (4.18) counts a line that cannot be opened as one deeper than it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) gtk_tree_list_row_get_depth (gtk_list_item_get_item (item)) + 1, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) node->index + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) node->n, -1);
}

/* GTK gives the focus to the expander in a line; so that is what the tree consists of, and the line around it says nothing. */
static void
parented_cb (GtkWidget   *expander,
             GParamSpec  *pspec,
             GtkListItem *item)
{
  GtkWidget *line = gtk_widget_get_parent (expander);

  if (line != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (line)) != GTK_ACCESSIBLE_ROLE_GENERIC)
    g_object_set (line, "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC, NULL);
}

static void
selected_cb (GtkListItem *item,
             GParamSpec  *pspec,
             GtkWidget   *expander)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_STATE_SELECTED, gtk_list_item_get_selected (item), -1);
}

/* Whatever brings the focus to a line selects it, be it a screen reader. */
static void
focused_cb (GtkEventControllerFocus *controller,
            GtkListItem             *item)
{
  GtkWidget *expander = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (!gtk_list_item_get_selected (item))
    gtk_widget_activate_action (expander, "listitem.select", "(bb)", FALSE, FALSE);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *expander = g_object_new (GTK_TYPE_TREE_EXPANDER, "accessible-role", GTK_ACCESSIBLE_ROLE_TREE_ITEM, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *box = g_object_new (way_outline_line_get_type (), "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  add_label (box, NULL);
  gtk_widget_add_css_class (add_label (box, "caption"), "dimmed");
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
  g_signal_connect_object (expander, "notify::parent", G_CALLBACK (parented_cb), item, G_CONNECT_DEFAULT);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_cb), expander, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), item, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (expander, focus);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (WayOutlineNode) node = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), row);
  g_signal_connect_object (node, "notify", G_CALLBACK (name), item, G_CONNECT_DEFAULT);
  name (node, NULL, item);
  selected_cb (item, NULL, gtk_list_item_get_child (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (WayOutlineNode) node = gtk_tree_list_row_get_item (row);

  if (node != NULL)
    g_signal_handlers_disconnect_by_func (node, name, item);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/**
 * way_outline_row_set_factory:
 * @list: a list of the rows of an outline
 */
void
way_outline_row_set_factory (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
}
