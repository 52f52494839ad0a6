/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check button with words that go on in a next line. Those of GTK (4.18) have nothing that assistive technology could do with them; here
 * there is an action that presses it. */
#include "app/way-check.h"

struct _WayCheck
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (WayCheck, way_check, GTK_TYPE_CHECK_BUTTON)

static void
toggle (GtkWidget  *widget,
        const char *name,
        GVariant   *target)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
}

static void
way_check_class_init (WayCheckClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check.toggle", NULL, toggle);
}

static void
way_check_init (WayCheck *self)
{
}

/**
 * way_check_new:
 * @label: what it stands for
 *
 * Returns: (transfer floating): a check button that is not checked
 */
GtkWidget *
way_check_new (const char *label)
{
  GtkWidget *self = g_object_new (WAY_TYPE_CHECK, NULL), *words = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), words);
  return self;
}
