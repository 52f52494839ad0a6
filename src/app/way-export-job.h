/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/way-export-choices.h"

G_BEGIN_DECLS

/** WayExportJob: one export, from a published file to another; it knows no window and may run in any thread. */
typedef struct
{
  GFile *workspace;           /* the user's file, with everything in it */
  char *map_id;               /* nullable for all maps, and for a backup */
  WayExportChoices choices;
  GFile *target;              /* nullable: the file, or the folder to make a folder of files in */
  GFile *result;              /* nullable until it is done: what came out, where there was a target */
  GBytes *bytes;              /* nullable until it is done: what came out, where there was none */
  gint64 begun;               /* monotonic microseconds */
} WayExportJob;

WayExportJob *way_export_job_new  (GFile                  *workspace,
                                   const char             *map_id,
                                   const WayExportChoices *choices,
                                   GFile                  *target);
void          way_export_job_free (WayExportJob           *self);
gboolean      way_export_job_run  (WayExportJob           *self,
                                   WayExportProgress       progress,
                                   gpointer                progress_data,
                                   GCancellable           *cancellable,
                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayExportJob, way_export_job_free)

G_END_DECLS
