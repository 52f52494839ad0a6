/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void way_toast_add   (GtkWidget  *near_by,
                      AdwToast   *toast);
void way_toast_say   (GtkWidget  *near_by,
                      const char *message);
void way_toast_offer (GtkWidget  *near_by,
                      const char *message,
                      const char *button,
                      const char *action);
void way_toast_offer_undo  (GtkWidget *near_by,
                            const char *message);
void way_toast_forget_undo (AdwToastOverlay *overlay);
void way_toast_alert (GtkWidget  *near_by,
                      const char *heading,
                      const char *message);

G_END_DECLS
