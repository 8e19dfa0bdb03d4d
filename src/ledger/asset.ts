import type { EntityManager } from 'typeorm';
import type { Asset } from '../kernel/amount';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { AssetRow } from './asset.entity';

/** Gives the books a new asset to hold: a scheme's credits, a product's pieces, an allowance. */
export async function openAsset(work: UnitOfWork, asset: Asset): Promise<Asset> {
  await work.db.insert(AssetRow, { ...asset });
  return asset;
}

export async function assetsById(db: EntityManager, ids: readonly string[]): Promise<Asset[]> {
  return await db.query(`select id, code, kind, scale from asset where id = any ($1)`, [ids]);
}
