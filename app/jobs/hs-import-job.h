/* hs-import-job.h: files and folders into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* Reads, extracts, analyses and keeps. Folders are walked, their files taken by
 * name; what is no article (.png …) in a folder is passed over, named
 * explicitly it is a problem. The same file twice is one article; a changed one
 * a new revision. A file that cannot be read is a problem; the rest go on. */
#define HS_TYPE_IMPORT_JOB (hs_import_job_get_type ())
G_DECLARE_FINAL_TYPE (HsImportJob, hs_import_job, HS, IMPORT_JOB, HsJob)

/* @files: (element-type GFile) */
HsJob *hs_import_job_new         (HsWorkspace *workspace,
                                  GPtrArray   *files);
/* Pages of the web. @addresses: as a person types them; @parts: also the pages on
 * which an article goes on */
HsJob *hs_import_job_new_addresses (HsWorkspace        *workspace,
                                    const char *const  *addresses,
                                    gboolean            parts);
/* Words that somebody pasted. All but @text: (nullable), as typed */
HsJob *hs_import_job_new_text      (HsWorkspace        *workspace,
                                    const char         *text,
                                    const char         *title,
                                    const char         *outlet,
                                    const char         *address,
                                    const char         *published);
/* Puts the sample story into the library. */
HsJob *hs_import_job_new_sample  (HsWorkspace *workspace);
/* How many articles became new, changed, and were there already. */
void   hs_import_job_get_result  (HsImportJob *self,
                                  guint       *added,
                                  guint       *changed,
                                  guint       *unchanged);
/* The id of the first article that became new or changed; 0 none. */
gint64 hs_import_job_get_first   (HsImportJob *self);

G_END_DECLS
